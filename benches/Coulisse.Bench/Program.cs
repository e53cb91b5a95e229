using Coulisse.Bench;
using Coulisse.Bench.Line;
using Coulisse.Bench.Screens;

switch (args)
{
    case ["page", .. var rest]:
        return await PageBench.RunAsync(isQuick: rest.Contains("--quick"));
    case ["mls", .. var rest]:
        return MlsBench.Run(isQuick: rest.Contains("--quick"));
    case ["start", "--packed", var packed]:
        return await StartBench.RunAsync(isQuick: true, packed);
    case ["start", .. var rest]:
        return await StartBench.RunAsync(isQuick: rest.Contains("--quick"), packed: null);
    case ["line", "desks", .. var rest]:
        return await LineBench.RunDesksAsync(isQuick: rest.Contains("--quick"));
    case ["line", .. var rest]:
        return await LineBench.RunAsync(isQuick: rest.Contains("--quick"));
    case ["lines", .. var rest]:
        return ManyLinesBench.Run(isQuick: rest.Contains("--quick"));
    case ["growth", "--messages", var messages] when int.TryParse(messages, out var most):
        return GrowthBench.Run(isQuick: false, most);
    case ["growth", .. var rest]:
        return GrowthBench.Run(isQuick: rest.Contains("--quick"), messages: null);
    case ["desk", .. var rest] when DeskWanted.Of(rest) is { } wanted:
        return await DeskBench.RunAsync(wanted);
    default:
        Console.Error.WriteLine("Usage: ./bench page|mls|line [desks]|lines|start|growth [--messages N] [--quick]\n"
            + "       ./bench desk [--messages N] [--in FOLDER] [--quick|--long]");
        return 1;
}
