using System.Globalization;
using System.Text.Json;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>A signal asked for and given, and two texts opened in one minute, by the verbs alone; what is for the open
/// becomes a draft of the page.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(NextEvening))]
public sealed class WhatIsSaidInTheOpenByCommand(Evening evening) : ByCommand(evening)
{
    [Fact]
    public async Task A_signal_goes_to_and_fro_and_its_words_go_to_the_page_of_whoever_gives_it()
    {
        Room = await Evening.OpenAsync(Evening.Secretary);
        await RefusedAsync(64, "The first line says until when", "adviser", "en: The border is open.", "signal", "ask");
        await DoAsync("adviser", "until: 2099-05-09 12:00 UTC\nen: Say that the border is open.", "signal", "ask");
        await UntilAsync("secretary", "Signal, Asked, due 2099", "we have the word");
        await RefusedAsync(6, "not agreed", "secretary", null, "signal", "hand-over", "--to", "1", "--out", "no.json");
        await DoAsync("secretary", "en: Nobody is turned back.\nfr: Personne n'est refoulé.", "signal", "counter",
            "--to", "1");
        await UntilAsync("adviser", "Signal, Countered", "we have the word");
        await RefusedAsync(6, "later version", "adviser", null, "signal", "accept", "--to", "1");
        await DoAsync("adviser", null, "signal", "accept", "--to", "2");
        await UntilAsync("secretary", "Signal, Accepted", "we have the word");
        await RefusedAsync(6, "theirs to give", "adviser", null, "signal", "hand-over", "--to", "1", "--out",
            "no.json");
        await DoAsync("secretary", null, "signal", "hand-over", "--to", "1", "--out", "signal.json");
        await ThePageTakesUpAsync("signal.json", ("en", "Nobody is turned back."), ("fr", "Personne n'est refoulé."));
        await DoAsync("secretary", "https://page.sorvane.example/s/12", "signal", "released", "--to", "1");
        await UntilAsync("adviser", "Signal, Revealed", "page.sorvane.example/s/12");
    }

    [Fact]
    public async Task Two_texts_are_opened_in_the_agreed_minute_and_a_late_one_is_evident()
    {
        Room = await Evening.OpenAsync(Evening.Secretary);
        // So that the minute is neither over before both are bound nor far away.
        var minute = DateTime.UtcNow.AddSeconds(25);
        minute = minute.Second < 50 ? minute.AddSeconds(60 - minute.Second) : minute.AddSeconds(120 - minute.Second);
        var typed = minute.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        await RefusedAsync(64, "has passed", "adviser", "subject: The bridge\nminute: 2001-01-01 12:00 UTC\n\nOpen.",
            "release", "offer");
        await DoAsync("adviser", $"subject: The bridge\nminute: {typed} UTC\n\nThe bridge opens.\n\nOn Sunday, at six.",
            "release", "offer");
        await UntilAsync("secretary", "Release, Proposed", "theirs: bound to a text");
        await RefusedAsync(64, "does not hold the text", "secretary", null, "release", "open", "--to", "1");
        await DoAsync("secretary", "We open the bridge.", "release", "join", "--to", "1");
        await UntilAsync("adviser", "Release, Bound", "ours: bound to a text that is not opened yet");
        await Evening.Adviser.Server.KillAsync();
        await Evening.Adviser.Server.StartAsync();
        await DoAsync("adviser", null, "release", "hand-over", "--to", "1", "--out", "release.json");
        await ThePageTakesUpAsync("release.json", ("en", "The bridge opens."));
        Assert.DoesNotContain("On Sunday", (await RunAsync("secretary", null, "talk-state")).Output,
            StringComparison.Ordinal);
        await DoAsync("adviser", null, "release", "open", "--to", "1");
        await UntilAsync("secretary", "theirs: the text that was bound, in the agreed minute", "On Sunday, at six.");
        while (DateTime.UtcNow < minute.AddSeconds(60))
            await Task.Delay(500, TestContext.Current.CancellationToken);
        await UntilAsync("adviser", "theirs: NOT OPENED, and the minute has passed");
        await DoAsync("secretary", null, "release", "open", "--to", "1");
        await UntilAsync("adviser", "theirs: the text that was bound, AFTER the agreed minute");
    }

    // The page's own program reads it; nothing is public before the seal has signed.
    private async Task ThePageTakesUpAsync(string file, params (string Language, string Title)[] editions)
    {
        using var item = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Evening.Folder, file),
            TestContext.Current.CancellationToken));
        Assert.Equal(editions, item.RootElement.GetProperty("editions").EnumerateArray().Select(one =>
            (one.GetProperty("language").GetString()!, one.GetProperty("title").GetString()!)));
        var taken = await Programs.RunAsync(Evening.Folder, ["page", "import", file, "--file", $"{file}.page"]);
        Assert.True(taken.Code == 0, taken.Error);
        Assert.Contains("draft", taken.Output, StringComparison.OrdinalIgnoreCase);
    }

    private Task<string> UntilAsync(string desk, params string[] words) => UntilAsync(desk, ["talk-state"], words);

    private protected override string[] InRoom(string[] arguments) => BehindTheVerb(arguments);
}
