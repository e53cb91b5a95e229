using System.CommandLine;
using System.Globalization;
using Coulisse.Desk.Door;
using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>Terms of a room on a command line, or in a file of lines, each a name, a colon and the words; what is given
/// in both is taken from the command line.</summary>
internal sealed class TermsOptions
{
    private static readonly (string Name, Quoting Choice)[] Quotings =
        [("nobody", Quoting.Never), ("by-consent", Quoting.ByConsent), ("own-words", Quoting.OwnWords)];

    private static readonly (string Name, RecordMode Choice)[] Records =
        [("on", RecordMode.OnRecord), ("off", RecordMode.OffRecord)];

    private static readonly (string Name, Mandate Choice)[] Mandates =
        [("principal", Mandate.Principal), ("duty-officer", Mandate.DutyOfficer)];

    private static readonly string[] Names =
        ["purpose", "excluded", "who-may-know", "record", "kept", "quoting", "consent", "ends"];

    private readonly Dictionary<string, Option<string?>> options;
    private readonly Option<string?> file = Text("--terms", "A file of terms, a line for each, as \"purpose: To keep "
        + "the line open\"; the names are those of\nthese flags.", "FILE");

    internal TermsOptions() => options = new Option<string?>[]
    {
        Text("--purpose", "What the room is for, in a sentence; both sides will see it.", "WORDS"),
        Text("--excluded", "What it is not for.", "WORDS"),
        Text("--who-may-know", "Who on each side may know of it, in words.", "WORDS"),
        Text("--record", "on: what both countersign can be proved to anybody. off: nothing said there is put on "
            + "record.", "on|off"),
        Text("--kept", "After how many days what was said is erased at both ends; 0: it is kept.", "DAYS"),
        Text("--quoting", "Who may say outside what was said inside: nobody, by-consent (what both countersigned), "
            + "own-words.", "WHO"),
        Text("--consent", "Whose consent binds each side, in a list: principal, duty-officer.", "MANDATES"),
        Text("--ends", "How it ends, in words.", "WORDS"),
    }.ToDictionary(option => option.Name[2..]);

    internal void AddTo(Command command)
    {
        foreach (var option in options.Values.Append(file))
            command.Add(option);
    }

    /// <summary>What was given: purpose, exclusions and the rest.</summary>
    /// <exception cref="Refusal">The file is none of terms, or a value is none of its choices.</exception>
    internal (string? Purpose, string? Excluded, FurtherTerms? Further) Of(ParseResult parsed)
    {
        var written = parsed.GetValue(file) is { } path ? Lines(path) : [];
        string? Given(string name) => parsed.GetValue(options[name]) ?? written.GetValueOrDefault(name);
        var further = new FurtherTerms(Given("who-may-know"), Choice("record", Given("record"), Records)?.ToString(),
            Days(Given("kept")), Choice("quoting", Given("quoting"), Quotings)?.ToString(),
            Given("consent")?.Split(',', StringSplitOptions.TrimEntries)
                .Select(one => Choice("consent", one, Mandates)!.Value.ToString()).ToList(), Given("ends"));
        return (Given("purpose"), Given("excluded"), further == new FurtherTerms() ? null : further);
    }

    private static Dictionary<string, string> Lines(string path)
    {
        try
        {
            var lines = TalkFields.Of(System.Text.Encoding.UTF8.GetString(
                InputFile.Read(path, RoomCharter.BytesMax)));
            return lines.Select(line => line.Name.ToLowerInvariant().Replace(' ', '-')).Except(Names).ToList() is
                [var unknown, ..] ? throw new Refusal(ExitCode.Usage, $"{path}: \"{unknown}\" is no name of terms. "
                    + $"They are: {string.Join(", ", Names)}.")
                : lines.DistinctBy(line => line.Name.ToLowerInvariant()).Count() != lines.Count
                    ? throw new Refusal(ExitCode.Usage, $"{path}: a name stands there twice. Keep one of the lines.")
                : lines.ToDictionary(line => line.Name.ToLowerInvariant().Replace(' ', '-'), line => line.Value);
        }
        catch (FormatException fault)
        {
            throw new Refusal(ExitCode.Usage, $"{path}: {fault.Message}");
        }
    }

    private static T? Choice<T>(string name, string? given, (string Name, T Choice)[] choices)
        where T : struct, Enum => given is null ? null
            : choices.Where(one => one.Name == given.ToLowerInvariant().Replace(' ', '-')).ToList() is [var chosen]
                ? chosen.Choice : throw new Refusal(ExitCode.Usage, $"\"{given}\" is no choice of --{name}: "
                    + $"{string.Join(", ", choices.Select(one => one.Name))}.");

    private static uint? Days(string? given) => given is null ? null
        : uint.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days
        : throw new Refusal(ExitCode.Usage, $"\"{given}\" is no number of days. --kept 30, or 0 to keep all.");

    private static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}
