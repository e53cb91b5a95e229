using Coulisse.Bench;
using Coulisse.Bench.Line;
using Coulisse.Bench.Screens;

switch (args)
{
    case ["page", .. var rest] when IsQuick(rest) is { } isQuick:
        return await PageBench.RunAsync(isQuick);
    case ["mls", .. var rest] when IsQuick(rest) is { } isQuick:
        return MlsBench.Run(isQuick);
    case ["start", "--packed", var packed]:
        return await StartBench.RunAsync(isQuick: true, packed);
    case ["start", .. var rest] when IsQuick(rest) is { } isQuick:
        return await StartBench.RunAsync(isQuick, packed: null);
    case ["line", "desks", .. var rest] when IsQuick(rest) is { } isQuick:
        return await LineBench.RunDesksAsync(isQuick);
    case ["line", .. var rest] when IsQuick(rest) is { } isQuick:
        return await LineBench.RunAsync(isQuick);
    case ["lines", .. var rest] when IsQuick(rest) is { } isQuick:
        return ManyLinesBench.Run(isQuick);
    case ["growth", "--messages", var messages] when int.TryParse(messages, out var most):
        return GrowthBench.Run(isQuick: false, most);
    case ["growth", .. var rest] when IsQuick(rest) is { } isQuick:
        return GrowthBench.Run(isQuick, messages: null);
    case ["desk", .. var rest] when DeskWanted.Of(rest) is { } wanted:
        return await DeskBench.RunAsync(wanted);
    default:
        Console.Error.WriteLine("Usage: ./bench page|mls|line [desks]|lines|start|growth [--messages N] [--quick]\n"
            + "       ./bench desk [--messages N] [--in FOLDER] [--quick|--long]");
        return 1;
}

// Anything but --quick is a mistake, or a wish for help: told before minutes are spent on it.
static bool? IsQuick(string[] rest) => rest switch { [] => false, ["--quick"] => true, _ => null };
