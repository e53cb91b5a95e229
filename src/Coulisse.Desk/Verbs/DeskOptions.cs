using System.CommandLine;

namespace Coulisse.Desk.Verbs;

/// <summary>What several verbs ask.</summary>
internal static class DeskOptions
{
    private const string FolderVariable = "COULISSE_DESK";

    internal static Argument<string> Folder() => new("FOLDER")
    {
        Description = "The desk's folder: its vault, and the files of credence that people put there.",
    };

    /// <summary>Which open desk a verb is for.</summary>
    internal static Option<string> Desk() => new("--desk", "-d")
    {
        Description = $"The folder of the desk that is open; otherwise what {FolderVariable} names, or this folder.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(FolderVariable) ?? ".",
    };

    internal static Argument<string> Room()
    {
        var room = new Argument<string>("ROOM")
        {
            Description = "The first digits of the room's name; may be left out where there is only one room.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "",
        };
        room.Validators.Add(typed =>
        {
            if (typed.Tokens is [{ Value: var name }] && name.Any(digit => !char.IsAsciiHexDigitLower(digit)))
                typed.AddError($"A room is named by its first digits, as 3f; '{name}' is none.");
        });
        return room;
    }

    /// <summary>Which of the desk's lines is meant.</summary>
    internal static Option<string?> Line() => new("--line")
    {
        Description = "Of several lines, the one with this party: the beginning of its name, or what the line is "
            + "called here.",
        HelpName = "PARTY",
    };

    internal static Option<bool> Json() => new("--json") { Description = "Answer in JSON, for programs." };
}
