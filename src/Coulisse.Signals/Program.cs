using Coulisse.Signals.Verbs;

return PageVerbs.Root().Parse(args).Invoke();
