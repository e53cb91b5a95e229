global using Coulisse.Stage;
