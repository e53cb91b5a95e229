using System.Text.RegularExpressions;
using Coulisse.Languages;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Words;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>The files of phrases, and the places that ask them.</summary>
public sealed partial class The_screens_speak_four_languages
{
    private static readonly InterfaceLanguages Languages = InterfaceLanguages.Load(Speech.PhrasesFolder);

    private static string Source => Path.Combine(Coulisse.Stage.Programs.Root, "src", "Coulisse.Screens");

    [Fact]
    public void Every_file_has_every_phrase_in_every_form() =>
        Assert.Equal(["en", "ar", "fr", "ru"], Languages.All.Select(one => one.Code));

    [Fact]
    public void Every_phrase_that_a_screen_asks_for_is_there()
    {
        var asked = Files().SelectMany(text => Key().Matches(text)).Select(match => match.Groups[1].Value).Distinct();

        Assert.Empty(asked.Except(Languages.Default.Keys));
    }

    [Fact]
    public void Every_state_that_a_desk_tells_has_its_phrase()
    {
        var root = Path.Combine(Coulisse.Stage.Programs.Root, "src", "Coulisse.Desk");
        var statuses = NamesIn(Path.Combine(root, "Rooms", "RoomStatus.cs")).Select(name => $"room.{name}").ToList();
        Assert.True(statuses.Count > 10);
        Assert.Empty(statuses.Except(Languages.Default.Keys));
        var states = StateName().Matches(File.ReadAllText(Path.Combine(root, "Door", "LineState.cs")))
            .Select(match => $"line.{LineWords.Key(match.Groups[1].Value)}").Append("line.open");
        Assert.Empty(states.Except(Languages.Default.Keys));
        var causes = CauseName().Matches(File.ReadAllText(Path.Combine(root, "Door", "LineState.cs")))
            .Select(match => $"cause.{match.Groups[1].Value}").ToList();
        Assert.True(causes.Count > 8);
        Assert.Empty(causes.Except(Languages.Default.Keys));
    }

    [Fact]
    public void Every_act_that_can_be_done_has_its_phrases()
    {
        var talks = Path.Combine(Coulisse.Stage.Programs.Root, "src", "Coulisse.Talks");
        string[] notDone = ["ApprovalUsed", "RecordProposed", "RecordCountersigned"]; // by the desk; by a signature
        var acts = NamesIn(Path.Combine(talks, "Acts", "ActKind.cs")).Except(["CommitmentJudged"])
            .Except(notDone)
            .Concat(NamesIn(Path.Combine(talks, "Values", "Verdict.cs"))).ToList();
        Assert.True(acts.Count > 40);
        Assert.Empty(acts.SelectMany(name => (string[])[$"do.{name}", $"said.{name}", $"means.{name}"])
            .Except(Languages.Default.Keys));
        Assert.Empty(acts.SelectMany(name => Sheets.Of(name)).Where(field => field.Form != FieldForm.Within)
            .SelectMany(field => (field.Choices ?? []).Select(choice => $"choice.{choice}")
                .Append($"field.{field.Name}")).Except(Languages.Default.Keys));
    }

    [Fact]
    public void Every_refusal_that_a_desk_names_has_its_phrase()
    {
        var root = Path.Combine(Coulisse.Stage.Programs.Root, "src");
        var talk = Unnumbered(Path.Combine(root, "Coulisse.Talks", "Refusals", "Refusal.cs"))
            .Select(name => $"refusal.talk.{name}").ToList();
        var desk = NamesIn(Path.Combine(root, "Coulisse.Desk", "DeskRefusal.cs"))
            .Select(name => $"refusal.desk.{name}").ToList();
        Assert.True(talk.Count > 20 && desk.Count > 10);
        Assert.Empty(talk.Concat(desk).Except(Languages.Default.Keys));
    }

    [Fact]
    public void Every_stage_and_right_of_a_talk_has_its_phrase()
    {
        var talks = Path.Combine(Coulisse.Stage.Programs.Root, "src", "Coulisse.Talks");
        var keys = Unnumbered(Path.Combine(talks, "Matters", "Stage.cs")).Except(["Nothing"])
            .Concat(Unnumbered(Path.Combine(talks, "Ledgers", "Standing.cs"))).Select(name => $"stage.{name}")
            .Concat(Unnumbered(Path.Combine(talks, "Matters", "Right.cs")).Select(name => $"may.{name}"))
            .Concat(Unnumbered(Path.Combine(talks, "Signals", "Publication.cs")).Select(name => $"became.{name}"))
            .Concat(Unnumbered(Path.Combine(talks, "Ledgers", "DueState.cs")).Select(name => $"due.{name}")).ToList();
        Assert.True(keys.Count > 40);
        Assert.Empty(keys.Except(Languages.Default.Keys));
    }

    [Fact]
    public void No_phrase_is_kept_that_no_screen_asks_for()
    {
        var all = string.Join('\n', Files());
        Assert.DoesNotContain(Languages.Default.Keys, key => !all.Contains($"\"{key}\"", StringComparison.Ordinal)
            && !Made.Any(start => key.StartsWith(start, StringComparison.Ordinal)));
    }

    // Put together from what a desk tells.
    private static readonly string[] Made = ["room.", "line.", "rung.", "alarm.", "deed.", "duty.", "said.", "do.",
        "means.", "may.", "field.", "stage.", "choice.", "became.", "due.", "owed.", "page.", "refusal.",
        "message.about-", "matters.", "cause.",
        "chain.", "convey.how.", "force.", "mandate.", "letter.", "terms.", "intent.", "members.", "own.",
        "leaks.mark.", "records.before.", "told."];

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".razor" or ".cs"
            && !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
        .Select(File.ReadAllText);

    private static IEnumerable<string> NamesIn(string file) =>
        Member().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Unnumbered(string file) =>
        Plain().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^    ([A-Z][A-Za-z]+),", RegexOptions.Multiline)]
    private static partial Regex Plain();

    [GeneratedRegex("""(?:\bL\[|\bL\.(?:Text|Count)\(|Of\(|Now\[|Now\.(?:Text|Count)\()"([a-z][a-zA-Z.\-]+)"[\],)]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"""([a-z\-]+)"",\s+(?:0|missing|damaged|restoring)\b")]
    private static partial Regex CauseName();

    [GeneratedRegex(@"=> \(""([a-z ]+)""")]
    private static partial Regex StateName();

    [GeneratedRegex(@"^    ([A-Z][A-Za-z]+) = \d+,", RegexOptions.Multiline)]
    private static partial Regex Member();
}
