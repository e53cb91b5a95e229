using System.Diagnostics;
using System.Globalization;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>Situation reports at agreed times, and who faces whom, by the verbs alone.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class WhatIsDueByCommand(Evening evening) : ByCommand(evening)
{
    [Fact]
    public async Task Reports_are_agreed_on_filed_missed_and_told_while_one_reads_along()
    {
        Room = await Evening.OpenAsync(Evening.Secretary);
        await RefusedAsync("adviser", "level: calm", "No rhythm of situation reports is agreed", "situation", "report");
        await RefusedAsync("adviser", "first: noon\nevery: 1 hour\ngrace: 5 minutes", "as 'first: 2031", "situation",
            "propose");
        var first = DateTime.UtcNow.AddMinutes(-122).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        await DoAsync("adviser", $"first: {first} UTC\nevery: 1 hour\ngrace: 5 minutes", "situation", "propose");
        await UntilAsync("secretary", "Rhythm, Proposed; we have the word");
        await DoAsync("secretary", null, "situation", "agree", "--to", "1");
        var seen = await UntilAsync("adviser", "Rhythm, Agreed");
        Assert.Equal(4, Lines(seen, "OVER, "));
        Assert.Equal(2, Lines(seen, "Due, "));
        await DoAsync("adviser", "level: calm\nexpected: Two boats leave for repairs.", "situation", "report");
        await RefusedAsync("adviser", "level: calm\nmood: bad", "has no 'mood:'", "situation", "report");
        seen = await UntilAsync("secretary", "Situation report 2: calm.");
        Assert.Equal((4, 1), (Lines(seen, "OVER, "), Lines(seen, "Due, ")));
        Assert.Contains(": theirs, situation report 1 (matter 1)", seen, StringComparison.Ordinal);
        Assert.Contains(": ours, situation report 2 (matter 1)", seen, StringComparison.Ordinal);
        await DoAsync("secretary", "period: 1\nlevel: tense\nchanges: A boat is lost.", "situation", "report");
        await UntilAsync("adviser", "A boat is lost.  (late, by its author's clock)");
        await WhoReadsAlongIsToldAsync();
    }

    [Fact]
    public async Task Opposite_numbers_are_settled_once_both_sides_say_so()
    {
        Room = await Evening.OpenAsync(Evening.Secretary);
        await RefusedAsync("adviser", null, "one of our people facing one of theirs", "counterpart", "name",
            "--ours", Evening.Secretary.Office, "--theirs", Evening.Adviser.Office);
        await DoAsync("adviser", null, "counterpart", "name", "--ours", Evening.Adviser.Office, "--theirs",
            Evening.Secretary.Office);
        await UntilAsync("secretary", ", as they say");
        await DoAsync("secretary", null, "counterpart", "name", "--ours", Evening.Secretary.Office, "--theirs",
            Evening.Adviser.Office);
        await UntilAsync("adviser", ", both sides say so");
        Assert.Contains($"{Evening.Adviser.Office} and ", (await RunAsync("adviser", null, "room", "show")).Output
            .Split('\n').Single(line => line.StartsWith("Counterparts", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        await DoAsync("adviser", null, "counterpart", "end", "--to", "1");
        await UntilAsync("secretary", ", as we say");
    }

    private async Task WhoReadsAlongIsToldAsync()
    {
        using var follow = Programs.Start("Coulisse.Cli", "coulisse", Evening.Folder,
            ["follow", Room, "--desk", "secretary"]);
        try
        {
            var told = new List<string>();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(
                TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            await DoAsync("adviser", $"what: The road opens.\nby: minister\ndue: {SoonUtc()} UTC", "commitment",
                "make");
            while (!told.Any(line => line.Contains("Soon, ", StringComparison.Ordinal)
                && line.Contains("theirs, what was promised", StringComparison.Ordinal)))
                told.Add(await follow.StandardOutput.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException());
            Assert.Contains(told, line => line.StartsWith("-- OVER, ", StringComparison.Ordinal));
        }
        finally
        {
            follow.Kill();
        }
    }

    private static string SoonUtc() =>
        DateTime.UtcNow.AddMinutes(40).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static int Lines(string text, string begin) =>
        text.Split('\n').Count(line => line.StartsWith(begin, StringComparison.Ordinal));

    private Task<string> UntilAsync(string desk, params string[] words) => UntilAsync(desk, ["talk-state"], words);

    private Task RefusedAsync(string desk, string? words, string sentence, params string[] arguments) =>
        RefusedAsync(64, sentence, desk, words, arguments);

    private protected override string[] InRoom(string[] arguments) => BehindTheVerb(arguments);
}
