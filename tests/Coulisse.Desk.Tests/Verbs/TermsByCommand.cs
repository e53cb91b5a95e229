using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>The terms of a room become others by the verbs alone, with a station and a desk killed on the
/// way.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(NextEvening))]
public sealed class TermsByCommand(Evening evening)
{
    private static readonly string[] Border = ["--excluded", "the border", "--reason", "for the ministers"];

    [Fact]
    public async Task They_are_proposed_read_consented_to_and_hold_at_both_ends()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        await DoAsync("adviser", "room", "amend", room, "--purpose", "To talk of the harvest");
        await evening.Secretary.UntilProposalAsync(room, "Proposed");
        await DoAsync("secretary", "room", "decline", room, "--reason", "not here");
        await evening.Adviser.UntilProposalAsync(room, "Declined");

        await DoAsync("adviser", ["room", "amend", room, .. Border]);
        await evening.Secretary.UntilProposalAsync(room, "Proposed");
        var asked = await DoAsync("secretary", "room", "show", room);
        Assert.Contains("other terms: proposed by them; it needs our answer", asked, StringComparison.Ordinal);
        Assert.Matches(@"; the reason given: for the ministers; since \d{4}-\d\d-\d\d \d\d:\d\d", asked);
        Assert.Matches("Excluded: Settling the conflict", asked);
        Assert.Matches("Excluded: now: Settling the conflict; then: the border", asked);
        Assert.DoesNotContain("Purpose: now", asked, StringComparison.Ordinal); // what stays is no difference

        await evening.Parties.A.Station.KillAsync();
        await evening.Secretary.AnswerAsync(room, consents: true, "so be it");
        await evening.Secretary.Server.KillAsync();
        await evening.Parties.A.Station.StartAsync();
        await evening.Secretary.Server.StartAsync();
        foreach (var desk in (DeskOnStage[])[evening.Adviser, evening.Secretary])
        {
            await desk.UntilProposalAsync(room, "CarriedOut");
            var shown = await DoAsync(desk.Folder, "room", "show", room);
            Assert.Matches("Excluded: the border", shown);
            Assert.Matches("Purpose: To keep the line open", shown);
            Assert.DoesNotContain("Settling the conflict", shown, StringComparison.Ordinal);
        }
        var said = await DoAsync("secretary", "read", room);
        Assert.Contains("** proposes other terms for this room: for the ministers", said, StringComparison.Ordinal);
        Assert.Contains("** declines the other terms: not here", said, StringComparison.Ordinal);
        Assert.Contains("** consents to the other terms: so be it", said, StringComparison.Ordinal);
        await RefusedAsync(6, "is so, or is proposed already", ["room", "amend", room, .. Border]);
        await RefusedAsync(64, "Say which terms", "room", "amend", room);
        await RefusedAsync(6, "At most 1000 characters",
            "room", "amend", room, "--purpose", new string('é', 1_001));
    }

    [Fact]
    public async Task All_of_them_are_given_by_flag_or_file_and_hold_whoever_speaks_to_them()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        var usual = await DoAsync("adviser", "room", "show", room);
        Assert.Matches("Record: on record: what both countersign can be proved to anybody", usual);
        Assert.Matches("Kept: kept, and not erased", usual);
        Assert.Matches("Quoting: quoted where both have agreed to the passage", usual);
        Assert.Matches("Consent binds of: principal, duty officer", usual);
        await SaidAsync(room, "The lighthouse of Ostrel burns again.");

        await WriteAsync("terms.txt", "who may know: the two ministers\nrecord: off\nkept: 30\nends: in a year\n");
        await WriteAsync("odd.txt", "who knows: nobody\n");
        await WriteAsync("twice.txt", "kept: 3\nKept: 4\n");
        foreach (var (words, wrong) in ((string, string[])[])[
            ("is no name of terms", ["--terms", "odd.txt"]), ("a name stands there twice", ["--terms", "twice.txt"]),
            ("is no choice of --record: on, off", ["--record", "perhaps"]),
            ("is no choice of --consent: principal, duty-officer", ["--consent", "observer"]),
            ("is no number of days", ["--kept", "long"])])
            await RefusedAsync(64, words, ["room", "amend", room, .. wrong]);
        await RefusedAsync(6, "Words are erased after 1 to 36500 days", "room", "amend", room, "--kept", "36501");
        await RefusedAsync(6, "Who may know: Words are missing", "room", "amend", room, "--who-may-know", " ");

        await AgreeAsync(room, "--terms", "terms.txt", "--quoting", "nobody", "--ends", "on New Year's Day");
        var asked = await DoAsync("secretary", "room", "show", room);
        Assert.Matches("Record: off record: nothing said here is put on record", asked);
        Assert.Matches("Who may know: the two ministers", asked);
        Assert.Matches("Kept: erased after 30 days", asked);
        Assert.Matches("How it ends: on New Year's Day", asked); // a flag goes before a file
        await SaidAsync(room, "The keeper of the lighthouse is not to be named.");
        foreach (var desk in (string[])["adviser", "secretary"])
            await RefusedAtAsync(desk, 6, "off record: it is not put on record", "The lighthouse", "record", "propose",
                room, "--messages", "1");
        await RefusedAsync(6, "by the terms of this room, nobody quotes", "export", room, "--to", "light.txt");
        await DoAsync("adviser", "export", room, "--to", "light.txt", "--against-terms");
        Assert.Contains("AGAINST THE TERMS OF THE ROOM, which are: nobody quotes.", await File.ReadAllTextAsync(
            Path.Combine(evening.Folder, "light.txt"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Contains("AGAINST THE TERMS (nobody quotes)", await DoAsync("adviser", "exports"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_named_by_them_consents_to_nothing_more()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        await AgreeAsync(room, "--consent", "duty-officer"); // and both are principals
        await RefusedAsync(6, "By the terms of this room another mandate consents here", "room", "amend", room,
            "--excluded", "the reeds");
        await RefusedAtAsync("secretary", 6, "By the terms of this room another mandate consents here", null, "room",
            "invite", room, "--whom", "Envoy");
        await WriteAsync("promise.txt", "what: The reeds are cut\nby: us\ndue: 2031-05-09 18:00 UTC\n");
        await RefusedAsync(6, "By the terms of this room another mandate consents here", "commitment", "make", room,
            "--file", "promise.txt");
    }

    private async Task AgreeAsync(string room, params string[] terms)
    {
        await DoAsync("adviser", ["room", "amend", room, .. terms]);
        await evening.Secretary.UntilProposalAsync(room, "Proposed");
        await evening.Secretary.AnswerAsync(room, consents: true, "");
        await evening.Adviser.UntilProposalAsync(room, "CarriedOut");
        await evening.Secretary.UntilProposalAsync(room, "CarriedOut");
    }

    private async Task SaidAsync(string room, string words)
    {
        await evening.Adviser.SayAsync(room, Evening.Bytes(words), wait: 5);
        for (var patience = 0; patience < 100; patience++)
        {
            if ((await evening.Secretary.ReadAsync(room)).Any(one => one.Text == words))
                return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        throw new StageException($"\"{words}\" was never read.");
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(
        Path.Combine(evening.Folder, name), text, TestContext.Current.CancellationToken);

    private async Task RefusedAtAsync(
        string desk, int code, string words, string? typed, params string[] arguments)
    {
        var ended = await Programs.RunAsync(evening.Folder, [.. arguments, "--desk", desk],
            typed is null ? null : Evening.Bytes(typed));
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Equal(code, ended.Code);
    }

    private Task<string> DoAsync(string desk, params string[] arguments) =>
        Programs.DoAsync(evening.Folder, [.. arguments, "--desk", desk]);

    private async Task RefusedAsync(int code, string words, params string[] arguments)
    {
        var ended = await Programs.RunAsync(evening.Folder, [.. arguments, "--desk", "adviser"]);
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Equal(code, ended.Code);
    }
}
