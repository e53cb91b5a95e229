using System.Globalization;
using System.Text.Json;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>Copies are numbered, marked and registered; a report is compared with what was said and copied, at one desk
/// alone.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(NextEvening))]
public sealed class CopiesAndLeaksByCommand(Evening evening)
{
    // Other tests of this evening say other words.
    private const string Bridge = "We would open the northern bridge for grain lorries, if your patrols stay away.";
    private const string Boats = "Eleven patrol boats have left the harbour of Tessaly since yesterday evening.";

    private string room = "";

    [Fact]
    public async Task A_copy_says_what_it_is_and_every_copy_is_known_after_a_crash_too()
    {
        await BeginAsync();
        var before = await CountAsync();
        await RefusedAsync(6, "quoted where both have agreed to the passage, and that is not so of message 1. To make "
            + "it all the same", null, "export", room, "--messages", "1", "--to", "one.txt");
        Assert.False(File.Exists(Path.Combine(evening.Folder, "one.txt")));
        await DoAsync(null, "export", room, "--messages", "1", "--for", "the cabinet", "--to", "one.txt",
            "--against-terms");
        await DoAsync(null, "export", room, "--to", "all.txt", "--against-terms");
        var text = await TextAsync("one.txt");
        var number = $"{before + 1}";
        Assert.StartsWith($"COPY {number}: NO COUNTERSIGNED RECORD\n", text, StringComparison.Ordinal);
        Assert.Contains($"[copy {number} of {evening.Parties.A.Name}: ", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split(", for the cabinet]").Length - 1);
        Assert.Contains($"| {Bridge}\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"COPY {number} ENDS HERE, after 1 messages. [copy {number} of {evening.Parties.A.Name}: "
            + $"{evening.Adviser.Office}, for the cabinet]\n", text, StringComparison.Ordinal);
        Assert.Contains("Message 2 of 2: ", await TextAsync("all.txt"), StringComparison.Ordinal);
        await evening.Adviser.Server.KillAsync();
        await evening.Adviser.Server.StartAsync();
        var listed = (await RunAsync(null, "exports")).Output;
        Assert.Contains($"Copy {number}: ", listed, StringComparison.Ordinal);
        Assert.Contains($"room {room[..8]}, messages 1, for the cabinet, AGAINST THE TERMS (quoted where both",
            listed, StringComparison.Ordinal);
        Assert.Contains($"room {room[..8]}, messages 1, 2", listed, StringComparison.Ordinal);
        // The other side is not told, and has registered nothing.
        Assert.DoesNotContain("the cabinet", (await RunAsync(null, "exports", "--desk", "secretary")).Output,
            StringComparison.Ordinal);
        await RefusedAsync(5, "exists already", null, "export", room, "--to", "one.txt");
        await RefusedAsync(6, "no message 99", null, "export", room, "--messages", "99", "--to", "none.txt");
        await RefusedAsync(64, "names no passage", null, "export", room, "--messages", "x", "--to", "none.txt");
    }

    [Fact]
    public async Task A_report_is_like_what_was_said_and_consistent_with_copies_and_never_more()
    {
        await BeginAsync();
        await DoAsync(null, "export", room, "--messages", "1", "--for", "the fleet", "--to", "fleet.txt",
            "--against-terms");
        await WriteAsync("report.txt", "A source told this paper what is discussed. If patrols stay away — grain "
            + "lorries! — "
            + "the northern bridge would be opened: they would open it for lorries.\nThe weather in the capital was "
            + "fine.\n"
            + "“OPEN THE NORTHERN BRIDGE for grain lorries, if your patrols stay away, we would”, it says.\n");
        var shown = await DoAsync(null, "leak", "add", "report.txt");
        Assert.Contains("message 1 of room ", shown, StringComparison.Ordinal);
        Assert.Matches(
            ", for the fleet, is consistent with the report: it holds words like ([12]) of the \\1 sentences", shown);
        Assert.DoesNotContain(Boats, shown, StringComparison.Ordinal);
        Assert.Contains("Like words are no proof", shown, StringComparison.Ordinal);
        var leak = shown.Split(' ')[1].TrimEnd(':');
        using var answer = JsonDocument.Parse(await DoAsync(null, "leak", "show", leak, "--json"));
        var sentences = answer.RootElement.GetProperty("sentences").EnumerateArray().ToArray();
        Assert.Empty(Assert.Single(sentences, one => one.GetProperty("text").GetString()!
            .StartsWith("The weather", StringComparison.Ordinal)).GetProperty("like").EnumerateArray());
        var quoted = Assert.Single(sentences, one => one.GetProperty("text").GetString()!
            .Contains("OPEN THE", StringComparison.Ordinal));
        Assert.InRange(quoted.GetProperty("like")[0].GetProperty("hundredths").GetInt32(), 90, 100);
        var place = quoted.GetProperty("number").GetInt32().ToString(CultureInfo.InvariantCulture);

        await DoAsync(null, "leak", "claim", leak, "--sentence", place, "--mark", "accurate");
        await DoAsync(null, "leak", "claim", leak, "--sentence", place, "--mark", "not-ours");
        await DoAsync("We do not comment on talks.", "leak", "line", leak);
        await evening.Adviser.Server.KillAsync();
        await evening.Adviser.Server.StartAsync();
        shown = await DoAsync(null, "leak", "show", leak);
        Assert.Contains("it says.  [not ours to say]", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("[accurate]", shown, StringComparison.Ordinal);
        Assert.EndsWith("Our line: We do not comment on talks.\n", shown, StringComparison.Ordinal);
        Assert.Contains("report.txt", await DoAsync(null, "leak", "list"), StringComparison.Ordinal);
        Assert.Equal(0, (await evening.Secretary.ReadAsync(room)).Count(one => one.Text.Contains("comment on talks",
            StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_item_of_the_page_is_taken_up_by_its_words_and_bad_input_gets_a_sentence()
    {
        await WriteAsync("item.json", """
            {"kind":"report","original":"en","editions":[{"language":"en","standing":"authentic",
             "title":"Behind the scenes","body":["They met twice.","Nobody says why."]}]}
            """);
        var shown = await DoAsync(null, "leak", "add", "item.json");
        Assert.Contains("(line 1) Behind the scenes\n", shown, StringComparison.Ordinal);
        Assert.Contains("(line 3) Nobody says why.\n", shown, StringComparison.Ordinal);
        await WriteAsync("broken.json", "{\"editions\":[{\"title\":3}]}");
        await RefusedAsync(2, "neither text", null, "leak", "add", "broken.json");
        await WriteAsync("long.txt",
            string.Concat(Enumerable.Repeat("Слова о линии, которые никто не забудет. ", 1_500)));
        Assert.Contains("1500  (line 1)", await DoAsync(null, "leak", "add", "long.txt"), StringComparison.Ordinal);
        await WriteAsync("longer.txt", new string('x', 130_000));
        await RefusedAsync(64, "is longer than", null, "leak", "add", "longer.txt");
        await WriteAsync("empty.txt", " \n");
        await RefusedAsync(64, "text in UTF-8 with words in it", null, "leak", "add", "empty.txt");
        await RefusedAsync(6, "no report of that number", null, "leak", "show", "999");
        await RefusedAsync(6, "no sentence 99", null, "leak", "claim", "1", "--sentence", "99", "--mark", "accurate");
        await RefusedAsync(64, "accurate, inaccurate", null, "leak", "claim", "1", "--sentence", "1", "--mark", "true");
    }

    [Fact]
    public async Task What_was_told_to_two_promised_and_said_in_public_stands_side_by_side()
    {
        room = await evening.OpenAsync(evening.Secretary);
        await SayAsync(room, "The ferry to Quellen sails on Monday with two hundred tons of flour.");
        var other = await evening.OpenAsync(evening.Envoy);
        await SayAsync(other, "The ferry to Quellen sails on Tuesday with two hundred tons of flour.");
        await DoAsync("what: The ferry to Quellen comes back empty\nby: harbour master\ndue: 2099-05-09 18:00 UTC",
            "commitment", "make", other);
        await WriteAsync("public.txt", "The ferry to Quellen sails on Monday with two hundred tons of flour.\n");
        await evening.HeardAsync(evening.Envoy, other, 2);
        var told = await DoAsync("ferry", "told", "--said", "public.txt");
        Assert.Contains("Said in several places, and DIFFERENTLY:", told, StringComparison.Ordinal);
        Assert.Contains("on Tuesday with two hundred tons of flour.  ‹Tuesday›", told, StringComparison.Ordinal);
        Assert.Contains($"room {other[..8]}, ", told, StringComparison.Ordinal);
        Assert.Contains("said in public: public.txt, 1: The ferry", told, StringComparison.Ordinal);
        Assert.Contains("promised to", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Boats, told, StringComparison.Ordinal);
        Assert.DoesNotContain("ferry", await DoAsync("ferry", "told", "--desk", "secretary"), StringComparison.Ordinal);
        await RefusedAsync(64, "Say which subject", "\n", "told");
        await RefusedAsync(2, "does not exist", "ferry", "told", "--said", "none.txt");
    }

    private async Task SayAsync(string where, string words)
    {
        if ((await evening.Adviser.SayAsync(where, Evening.Bytes(words))).Code == 6) // said in another room too
            await DoAsync(words, "say", where, "--this-room");
    }

    private async Task BeginAsync()
    {
        room = await evening.OpenAsync(evening.Secretary);
        await SayAsync(room, Bridge);
        await SayAsync(room, Boats);
        await evening.HeardAsync(evening.Secretary, room, 2);
    }

    private async Task<int> CountAsync()
    {
        using var all = JsonDocument.Parse((await RunAsync(null, "exports", "--json")).Output);
        return all.RootElement.GetArrayLength();
    }

    private Task<string> TextAsync(string file) => File.ReadAllTextAsync(Path.Combine(evening.Folder, file),
        TestContext.Current.CancellationToken);

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(evening.Folder, file),
        text, TestContext.Current.CancellationToken);

    private async Task<string> DoAsync(string? words, params string[] arguments)
    {
        var ended = await RunAsync(words, arguments);
        Assert.True(ended.Code == 0, ended.Error);
        return ended.Output;
    }

    private async Task RefusedAsync(int code, string sentence, string? words, params string[] arguments)
    {
        var ended = await RunAsync(words, arguments);
        Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
        Assert.Equal(code, ended.Code);
    }

    private Task<Ended> RunAsync(string? words, params string[] arguments) => Programs.RunAsync(evening.Folder,
        arguments.Contains("--desk") ? arguments : [.. arguments, "--desk", "adviser"],
        words is null ? null : Evening.Bytes(words));
}
