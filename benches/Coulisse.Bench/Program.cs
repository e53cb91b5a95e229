using Coulisse.Bench;

switch (args)
{
    case ["page", .. var rest]:
        return await PageBench.RunAsync(isQuick: rest.Contains("--quick"));
    case ["mls", .. var rest]:
        return MlsBench.Run(isQuick: rest.Contains("--quick"));
    default:
        Console.Error.WriteLine("Usage: ./bench page [--quick], or ./bench mls [--quick]");
        return 1;
}
