using System.CommandLine;

namespace Coulisse.Terminal;

/// <summary>What <c>add-line</c> asks and answers, at a station and at a desk.</summary>
public static class AddedLine
{
    /// <summary>What the line is called here.</summary>
    public static Option<string> Name() => new("--as")
    {
        Description = "What the line is called here, by the other party's short name, as: veldra.",
        HelpName = "NAME",
        Required = true,
    };

    /// <summary>Its files of credence.</summary>
    public static Argument<string[]> Files() => new("FILE")
    {
        Description = "Files of credence of that line; they are copied.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The option to answer programs.</summary>
    public static JsonOption<AddedLineAnswer> Json() => new(TerminalJson.Default.AddedLineAnswer);

    /// <summary>What was made, for programs.</summary>
    public static AddedLineAnswer Answer(LineFolder line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var seals = line.Whole.Seals;
        return new(seals.Own.Party, seals.Other!.Party, line.Whole.Parties.Id.ToString(), line.Files.Path);
    }

    /// <summary>What was made.</summary>
    /// <param name="line">The line.</param>
    /// <param name="next">What to type next.</param>
    public static IEnumerable<(string Name, string Value)> Facts(LineFolder line, string next)
    {
        ArgumentNullException.ThrowIfNull(line);
        yield return ("Line", $"{line.Whole.Parties.A} and {line.Whole.Parties.B}, {line.Whole.Parties.Id}");
        yield return ("Its files", $"{line.Files.Path}: of this line alone; put what comes later of it there");
        yield return ("Then", next);
    }
}
