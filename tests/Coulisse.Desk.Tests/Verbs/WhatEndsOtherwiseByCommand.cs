using System.Text.Json;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>What is refused, contested, withdrawn, released or taken back, by the verbs alone: who cannot, what both
/// desks then show, and that nothing goes on after it.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class WhatEndsOtherwiseByCommand(Evening evening) : ByCommand(evening)
{
    private const string Theirs = "Only the other side can say this. Ask them to.";
    private const string Ended = "This has ended and does not open again.";
    private const string NotNow = "This cannot be said at this stage.";
    private const string Minister = "\nby: minister\ndue: 2025-05-09 18:00 UTC";
    private const string Until = "until: 2099-05-09 12:00 UTC\nen: ";

    private int files;

    /// <summary>What a person types.</summary>
    /// <param name="Desk">Whose desk.</param>
    /// <param name="Verb">The verb.</param>
    /// <param name="To">Words of the message that it speaks of.</param>
    /// <param name="Words">What is written in a file.</param>
    /// <param name="Refused">The sentence that it ends with, where it is not taken.</param>
    private sealed record Typed(
        string Desk, string Verb, string? To = null, string? Words = null, string? Refused = null);

    private static readonly Typed[] AboutWords =
    [
        new("secretary", "read-back items", null, "The sluice is a grave matter.\nIt stays shut."),
        new("adviser", "query ask", "grave matter", "grave matter\nWhat is one?"),
        new("secretary", "query take-back", "What is one?", null, Theirs),
        new("adviser", "query take-back", "What is one?"),
        new("adviser", "query close", "What is one?", null, Ended),
        new("adviser", "read-back say", "grave matter", "You guard the sluice.", "Every item of the message"),
        new("adviser", "read-back say", "grave matter", "You guard the sluice.\nNobody passes."),
        new("secretary", "read-back take-back", "You guard the sluice", null, Theirs),
        new("adviser", "read-back take-back", "You guard the sluice"),
        new("secretary", "read-back confirm", "You guard the sluice", null, Ended),
        new("adviser", "read-back say", "grave matter", "The sluice is guarded.\nNobody passes."),
        new("adviser", "read-back correct", "The sluice is guarded", "It is not.", Theirs),
        new("secretary", "read-back correct", "The sluice is guarded", "It is shut, and nobody guards it."),
        new("adviser", "term raise", null, "en: sluice\nru: шлюз"),
        new("secretary", "term define", "sluice (en)", "en: sluice = a gate for water\nru: шлюз = ворота для воды"),
        new("adviser", "term withdraw", "a gate for water", null, Theirs),
        new("secretary", "term withdraw", "a gate for water"),
        new("adviser", "term agree", "a gate for water", null, NotNow),
        new("adviser", "term no-equivalent --language one_day", "sluice (en)", null, "not named by its tag"),
        new("adviser", "term no-equivalent --language ar", "sluice (en)", "We say: gate."),
    ];

    private static readonly Typed[] AboutLimitsAndPromises =
    [
        new("secretary", "red-line state", null,
            "act: Nets.\nthreshold: One.\nconsequence: We cut it.\nscope: The reeds.\ncertainty: likely"),
        new("secretary", "red-line contest", "Nets.", "Not so.", Theirs),
        new("adviser", "red-line contest", "Nets.", "The reeds are ours."),
        new("adviser", "red-line withdraw", "Nets.", null, Theirs),
        new("secretary", "red-line withdraw", "Nets.", "The fish are gone."),
        new("adviser", "red-line understood", "Nets.", null, Ended),
        new("adviser", "commitment make", null, "what: The reeds are cut." + Minister),
        new("secretary", "commitment withdraw", "The reeds are cut.", null, Theirs),
        new("adviser", "commitment withdraw", "The reeds are cut.", "The herons nest."),
        new("secretary", "commitment acknowledge", "The reeds are cut.", null, Ended),
        new("adviser", "commitment make", null, "what: The herons are counted." + Minister),
        new("adviser", "commitment release", "The herons are counted.", null, Theirs),
        new("secretary", "commitment acknowledge", "The herons are counted."),
        new("adviser", "commitment withdraw", "The herons are counted.", null, NotNow),
        new("secretary", "commitment release", "The herons are counted."),
        new("adviser", "commitment make", null, "what: The ferry sails." + Minister),
        new("secretary", "commitment contest", "The ferry sails.", "It was to sail at night."),
    ];

    private static readonly Typed[] InTimeAndInTheOpen =
    [
        new("adviser", "situation propose", null, "first: 2099-05-05 12:00 UTC\nevery: 6 hours\ngrace: 1 hour"),
        new("secretary", "situation withdraw", "every 360 minutes", null, Theirs),
        new("adviser", "situation withdraw", "every 360 minutes"),
        new("secretary", "situation agree", "every 360 minutes", null, Ended),
        new("secretary", "situation propose", null, "first: 2099-05-05 12:00 UTC\nevery: 1 day\ngrace: 1 hour"),
        new("adviser", "situation agree", "every 1440 minutes"),
        new("adviser", "situation end", "every 1440 minutes", "from: 2001-01-01 12:00 UTC", "not dated back"),
        new("adviser", "situation end", "every 1440 minutes"),
        new("secretary", "situation report", null, "level: calm", "No rhythm of situation reports is agreed"),
        new("adviser", "signal ask", null, Until + "Say that the fair opens."),
        new("adviser", "signal refuse", "the fair opens", null, Theirs),
        new("secretary", "signal refuse", "the fair opens", "The fair is not ours."),
        new("adviser", "signal ask", null, Until + "Say that the well is deep."),
        new("secretary", "signal take-back", "the well is deep", null, Theirs),
        new("adviser", "signal take-back", "the well is deep"),
        new("secretary", "signal accept", "the well is deep", null, Ended),
        new("adviser", "release offer", null, "subject: The mill\nminute: 2099-05-09 12:00 UTC\n\nThe mill turns."),
        new("secretary", "release call-off", "The mill", "It stands still."),
        new("secretary", "release join", "The mill", "It turns.", Ended),
        new("adviser", "release open", "The mill", null, "It was called off: nothing is published together."),
    ];

    [Fact]
    public async Task It_is_said_by_whoever_may_say_it_and_shown_alike_to_both()
    {
        Room = await Evening.OpenAsync(Evening.Secretary);
        foreach (var one in (Typed[])[.. AboutWords, .. AboutLimitsAndPromises, .. InTimeAndInTheOpen])
            await PlayAsync(one);
        var (ours, theirs) = (await StagesAsync("adviser"), await StagesAsync("secretary"));
        Assert.Equal(ours, theirs);
        Assert.Equal(
        [
            "Query, TakenBack", "ReadBack, TakenBack", "ReadBack, Corrected", "Term, NoEquivalent",
            "RedLine, Withdrawn", "Commitment, Withdrawn", "Commitment, Released", "Commitment, Contested",
            "Rhythm, Withdrawn", "Rhythm, Ended", "Signal, Refused", "Signal, TakenBack", "Release, CalledOff",
        ], ours);
        var seen = await DoAsync("secretary", null, "talk-state", Room);
        foreach (var words in (string[])["The term has no equivalent in 'ar'. We say: gate.",
            "The red line is contested: The reeds are ours.", "The red line is withdrawn. The fish are gone.",
            "The promise is withdrawn. The herons nest.", "We no longer ask for what was promised.",
            "As we see it the promise is contested. It was to sail at night.",
            "We would not give the signal. The fair is not ours.",
            "Nothing is published together. It stands still."])
            Assert.Contains(words, seen, StringComparison.Ordinal);
        Assert.Equal("Commitment, Contested", Assert.Single(Stages(seen.Split('\n')
            .Where(line => line.Contains(", due ", StringComparison.Ordinal))))); // what has ended is due no more
        Assert.DoesNotContain("without effect", seen, StringComparison.Ordinal); // what is refused is said to nobody
    }

    private async Task PlayAsync(Typed typed)
    {
        var (desk, other) = typed.Desk == "adviser" ? (Evening.Adviser, Evening.Secretary)
            : (Evening.Secretary, Evening.Adviser);
        string[] to = typed.To is { } spoken ? ["--to", $"{(await MessageAsync(desk, one => Says(one, spoken))).Order}"]
            : [];
        var ended = await RunAsync(typed.Desk, null,
            [.. typed.Verb.Split(' '), Room, .. to, .. await FileAsync(typed.Words), "--json"]);
        Assert.True(typed.Refused is null == (ended.Code == 0), $"{typed}: {ended.Error}");
        if (typed.Refused is { } sentence)
        {
            Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
            return;
        }
        using var said = JsonDocument.Parse(ended.Output);
        var number = said.RootElement.GetProperty("number").GetUInt64();
        foreach (var reader in (DeskOnStage[])[desk, other])
            await MessageAsync(reader, one => one.Office == desk.Office && one.Number == number);
    }

    private async Task<string[]> FileAsync(string? words)
    {
        if (words is null)
            return [];
        var file = $"otherwise-{++files}.txt";
        await File.WriteAllTextAsync(Path.Combine(Evening.Folder, file), words,
            TestContext.Current.CancellationToken);
        return ["--file", file];
    }

    private static bool Says(DeskOnStage.Message message, string words) =>
        (message.Act ?? message.Text).Contains(words, StringComparison.Ordinal);

    // What is spoken of counts once our station has taken it.
    private async Task<DeskOnStage.Message> MessageAsync(DeskOnStage desk, Predicate<DeskOnStage.Message> isIt)
    {
        for (var patience = 0; patience < 300; patience++)
        {
            if ((await desk.ReadAsync(Room)).Find(one => isIt(one) && one.Rung != "written") is { } found)
                return found;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new StageException($"{desk.Folder} waited in vain for a message.");
    }

    private async Task<string[]> StagesAsync(string desk) =>
        Stages((await DoAsync(desk, null, "talk-state", Room)).Split('\n'));

    // Of each matter its kind and where it stands.
    private static string[] Stages(IEnumerable<string> lines) =>
    [
        .. lines.Where(line => line.Length > 0 && char.IsDigit(line[0]))
            .Select(line => string.Join(", ", line.Split("  ", 2)[1].Split(';')[0].Split(", ").Take(2))),
    ];
}
