return Coulisse.Cli.Commands.Start(args);
