return await Coulisse.Screens.Hosting.ScreensProgram.RunAsync(args);
