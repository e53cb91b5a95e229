Console.WriteLine("The simulated world; its tests are in tests/Coulisse.World.Tests.");
