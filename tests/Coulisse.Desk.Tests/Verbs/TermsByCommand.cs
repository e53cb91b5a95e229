using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>The terms of a room become others by the verbs alone, with a station and a desk killed on the
/// way.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
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
        Assert.Matches("Excluded: the border", asked);

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
        await RefusedAsync(6, "longer than one message takes",
            "room", "amend", room, "--purpose", new string('é', 2_049));
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
