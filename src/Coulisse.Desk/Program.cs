using Coulisse.Desk.Verbs;

return await DeskVerbs.StartAsync(args);
