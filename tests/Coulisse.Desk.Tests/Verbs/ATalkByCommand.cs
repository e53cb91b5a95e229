using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>Two people ask, read back, state and promise by the verbs alone, with a desk killed on the way.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class ATalkByCommand(Evening evening) : ByCommand(evening)
{
    [Fact]
    public async Task What_was_asked_understood_stated_and_promised_is_the_same_for_both()
    {
        Room = await Evening.OpenAsync(Evening.Secretary);
        var warning = await SaysAsync("We shall treat any crossing as a grave matter.");
        await AQueryIsAnsweredAsync(warning);
        await WhatWasUnderstoodIsConfirmedAsync(warning);
        await ALimitIsStatedAndAPromiseMadeAsync();
        Assert.Equal(await StagesAsync("adviser"), await StagesAsync("secretary"));
        var read = await DoAsync("secretary", null, "read", Room);
        Assert.Contains("** A question about the words “grave matter”: What sort of beast is that?", read,
            StringComparison.Ordinal);
        Assert.Contains("** The red line is understood. That is not agreement.", read, StringComparison.Ordinal);
    }

    private async Task AQueryIsAnsweredAsync(ulong warning)
    {
        await RefusedAsync(64, "Those words do not stand", "adviser", "grave offence\nWhat?",
            "query", "ask", Room, "--to", $"{warning}");
        await RefusedAsync(6, "your own side's words", "secretary", "grave matter\nWhat?",
            "query", "ask", Room, "--to", $"{await NumberAsync("secretary", "grave matter")}");
        await DoAsync("adviser", "grave matter\nWhat sort of beast is that?", "query", "ask", Room, "--to",
            $"{warning}");
        await UntilAsync("secretary", "Query, Asked; we have the word");
        var asked = await NumberAsync("secretary", "What sort of beast");
        await DoAsync("secretary", "One for our council.", "query", "answer", Room, "--to", $"{asked}");
        await UntilAsync("adviser", "Query, Answered; we have the word");
        await DoAsync("adviser", null, "query", "close", Room, "--to", $"{await NumberAsync("adviser", "What sort")}");
        await UntilAsync("secretary", "Query, Closed");
    }

    private async Task WhatWasUnderstoodIsConfirmedAsync(ulong warning)
    {
        await DoAsync("adviser", "Boats on our half trouble you.", "read-back", "say", Room, "--to", $"{warning}");
        await UntilAsync("secretary", "ReadBack, Said");
        await Evening.Secretary.Server.KillAsync();
        await Evening.Secretary.Server.StartAsync();
        var back = await NumberAsync("secretary", "Boats on our half");
        await DoAsync("secretary", null, "read-back", "confirm", Room, "--to", $"{back}");
        await UntilAsync("adviser", "ReadBack, Confirmed");
        await RefusedAsync(6, "at this stage", "secretary", null, "read-back", "confirm", Room, "--to", $"{back}");
    }

    private async Task ALimitIsStatedAndAPromiseMadeAsync()
    {
        await RefusedAsync(64, "'scope:'", "secretary", "act: a\nthreshold: b\nconsequence: c", "red-line", "state",
            Room);
        await DoAsync("secretary", "act: Armed boats.\nthreshold: One.\nconsequence: We close the lake.\n"
            + "scope: Our half.\ncertainty: certain", "red-line", "state", Room);
        await UntilAsync("adviser", "RedLine, Stated; we have the word");
        await DoAsync("adviser", null, "red-line", "understood", Room, "--to",
            $"{await NumberAsync("adviser", "Armed boats")}");
        await UntilAsync("secretary", "RedLine, Understood");
        await DoAsync("adviser", "what: The fishermen go home.\nby: minister\ndue: 2099-05-09 18:00 Europe/Zurich",
            "commitment", "make", Room);
        await UntilAsync("secretary", "Commitment, Promised, due 2099");
        await DoAsync("secretary", null, "commitment", "acknowledge", Room, "--to",
            $"{await NumberAsync("secretary", "fishermen")}");
        await UntilAsync("adviser", "Commitment, Acknowledged");
    }

    private async Task<ulong> SaysAsync(string words)
    {
        await Evening.Secretary.SayAsync(Room, Evening.Bytes(words));
        await Evening.HeardAsync(Evening.Adviser, Room, 1);
        return await NumberAsync("adviser", words);
    }

    private async Task<ulong> NumberAsync(string desk, string words) =>
        (await (desk == "adviser" ? Evening.Adviser : Evening.Secretary).ReadAsync(Room))
            .First(message => message.Text.Contains(words, StringComparison.Ordinal)).Order;

    private async Task<string> StagesAsync(string desk) => string.Join('\n', (await DoAsync(desk, null, "talk-state",
        Room)).Split('\n').Where(line => line.Length > 0 && char.IsDigit(line[0]))
        .Select(line => line[line.IndexOf(' ', StringComparison.Ordinal)..].Split(';')[0]));

    private Task<string> UntilAsync(string desk, params string[] words) =>
        UntilAsync(desk, ["talk-state", Room], words);
}
