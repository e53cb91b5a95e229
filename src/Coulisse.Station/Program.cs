using Coulisse.Station.Verbs;

return await StationVerbs.StartAsync(args);
