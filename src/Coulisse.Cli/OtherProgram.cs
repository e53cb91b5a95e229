using System.Diagnostics;
using System.Runtime.InteropServices;
using Coulisse.Terminal;

namespace Coulisse.Cli;

/// <summary>Another of our programs, found beside this one; this one becomes it.</summary>
/// <remarks>
/// On Unix this process is replaced (execv): the other then has our process number, terminal, signals and exit code,
/// and nothing is left in between that could be killed alone. Windows has no such call; there the other is started
/// and waited for.
/// </remarks>
/// <param name="Whose">As "the page".</param>
/// <param name="Project">Whose output folder has it in a development build.</param>
/// <param name="Name">Its file's name, without the extension that Windows wants.</param>
internal sealed partial record OtherProgram(string Whose, string Project, string Name)
{
    private static readonly OtherProgram Page = new("the page", "Coulisse.Signals", "Coulisse.Signals");
    private static readonly OtherProgram Station = new("the station", "Coulisse.Station", "coulisse-station");
    private static readonly OtherProgram Desk = new("the desk", "Coulisse.Desk", "coulisse-desk");

    /// <summary>The verbs of the desk that are worth a short name; its program has them as they are.</summary>
    internal static IReadOnlyDictionary<string, string> DeskVerbs { get; } = new Dictionary<string, string>
    {
        ["line"] = "Show the line: is it open, what waits, what is missing.",
        ["room"] = "Open, enter and look at rooms.",
        ["talk"] = "Read along in a room and write into it, line by line.",
        ["say"] = "Say something in a room.",
        ["read"] = "Show what was said in a room.",
        ["follow"] = "Show what is said, as it comes.",
        ["query"] = "Ask what they meant by words of theirs.",
        ["read-back"] = "Say what you understood; they confirm or correct it.",
        ["term"] = "Agree with them on what a word means.",
        ["red-line"] = "State a limit, ask about one, say that it is understood.",
        ["commitment"] = "Promise something with a date; say what became of it.",
        ["situation"] = "Agree on situation reports at certain times, and report.",
        ["counterpart"] = "Say who of ours faces whom of theirs.",
        ["signal"] = "Ask them to say something in the open; answer when they ask.",
        ["release"] = "Publish in one minute with them, each bound to a text.",
        ["caucus"] = "Rooms of our own side alone: remarks, votes, dissent, approval.",
        ["record"] = "Put a passage or minutes on record: signed, countersigned, for anyone to verify.",
        ["export"] = "Write a numbered, marked copy of what was said in a room.",
        ["exports"] = "Show every copy that was made at this desk.",
        ["convey"] = "Convey words of one room to another, by a registered act.",
        ["conveyed"] = "Show everything that was conveyed from one room to another.",
        ["leak"] = "Compare a report with what was said and copied, at this desk alone.",
        ["told"] = "Show side by side what we told, promised and said in public on a subject.",
        ["talk-state"] = "Show what is asked, stated, promised and due in a room.",
    };

    /// <summary>The program that such arguments are for, and what it is given; null if they are for this one.</summary>
    internal static (OtherProgram Program, string[] Arguments)? For(string[] arguments) => arguments switch
    {
        ["page", .. var rest] => (Page, rest),
        ["station", .. var rest] => (Station, rest),
        ["desk", .. var rest] => (Desk, rest),
        [var verb, ..] when DeskVerbs.ContainsKey(verb) => (Desk, arguments),
        _ => null,
    };

    internal ExitCode Start(string[] arguments)
    {
        var program = Find(AppContext.BaseDirectory)
            ?? throw new Refusal(ExitCode.NoProgram,
                $"The program of {Whose}, {Name}, is not beside this one; install both, or build the whole solution.");
        if (OperatingSystem.IsWindows())
            return StartAndWait(program, arguments);
        execv(program, ToNative([program, .. arguments]));
        throw new Refusal(ExitCode.NoProgram, $"{program} could not be started; check that it may be executed.");
    }

    // Beside us when installed. In a development build the projects' output folders have one shape:
    // src/PROJECT/bin/CONFIGURATION/FRAMEWORK, or artifacts/bin/PROJECT/CONFIGURATION.
    private string? Find(string here)
    {
        var file = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        var folder = new DirectoryInfo(here.TrimEnd(Path.DirectorySeparatorChar));
        string?[] candidates =
        [
            Path.Combine(folder.FullName, file),
            folder.Parent?.Parent?.Parent?.Parent is { } projects
                ? Path.Combine(projects.FullName, Project, "bin", folder.Parent.Name, folder.Name, file)
                : null,
            folder.Parent?.Parent is { } outputs ? Path.Combine(outputs.FullName, Project, folder.Name, file) : null,
        ];
        return Array.Find(candidates, File.Exists);
    }

    private static ExitCode StartAndWait(string program, string[] arguments)
    {
        using var other = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true; // It has the same console and decides.
        other.WaitForExit();
        return (ExitCode)other.ExitCode;
    }

    // Addresses of our own making: the generated code for an array of strings converts what its memory held before,
    // and throws now and then where arithmetic is checked. Nothing is freed: this process ends or is replaced.
    private static nint[] ToNative(string[] arguments) =>
        [.. arguments.Select(Marshal.StringToCoTaskMemUTF8), 0];

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int execv(string path, nint[] arguments);
}
