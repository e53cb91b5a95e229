using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>Somebody is let into a room and taken out again, by the verbs alone, with stations and desks killed on the
/// way.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class AThirdPersonByCommand(Evening evening)
{
    private DeskOnStage Attache => evening.Parties.A.Desks[1];

    [Fact]
    [Trait("Row", "44")]
    public async Task They_are_declined_admitted_and_recalled_through_crashes_and_everybody_reads_what_is_theirs()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        await evening.Adviser.SayAsync(room, Evening.Bytes("between us two"));
        await AreDeclinedThenWantedAsync(room);
        await Attache.UntilAsync(room, seen => seen.Status == "Invited", "asked in");
        await evening.Parties.B.Station.KillAsync();
        await Attache.AcceptAsync(room);
        await evening.Adviser.Server.KillAsync();
        await evening.Parties.B.Station.StartAsync();
        await evening.Adviser.Server.StartAsync();
        await Attache.UntilAsync(room, seen => seen.Status == "Open", "let in");
        await evening.Secretary.SayAsync(room, Evening.Bytes("for three"));
        Assert.Equal(["for three"], await evening.HeardAsync(Attache, room, 1));
        Assert.DoesNotContain(await Attache.ReadAsync(room), message => message.Text == "between us two");

        var leaf = (await evening.Adviser.MembersAsync(room))[Attache.Office];
        await evening.Adviser.RecallAsync(await evening.Parties.A.OrderOutAsync(room, leaf));
        await Attache.UntilAsync(room, seen => seen.Status == "Left", "taken out");
        await evening.Secretary.SayAsync(room, Evening.Bytes("for two"));
        Assert.Contains("for two", await evening.HeardAsync(evening.Adviser, room, 2));
        Assert.DoesNotContain(await Attache.ReadAsync(room), message => message.Text == "for two");
        Assert.Contains("not in it any more", (await Attache.SayAsync(room, Evening.Bytes("still?"))).Error,
            StringComparison.Ordinal);
        await IsToldAsync(room);
        Assert.Contains("each as its author's chain has it", await Programs.DoAsync(evening.Folder, "room", "verify",
            room, "--desk", "secretary"), StringComparison.Ordinal);
        await Programs.DoAsync(evening.Folder, "room", "leave", room, "--desk", "adviser");
        await evening.Secretary.UntilAsync(room, seen => seen.Status == "Ended", "without anybody of theirs");
        await evening.Adviser.UntilAsync(room, seen => seen.Status == "Left", "left");
    }

    // With their own station dead, each sees that their word is on its way.
    private async Task AreDeclinedThenWantedAsync(string room)
    {
        await evening.Adviser.InviteAsync(room, "attaché", "for the route");
        await evening.Secretary.UntilProposalAsync(room, "Proposed");
        await evening.Parties.B.Station.KillAsync();
        await evening.Secretary.AnswerAsync(room, consents: false, "not yet");
        await SaysAsync("secretary", room, "our answer is on its way to our station"); // and is not asked for again
        await evening.Parties.B.Station.StartAsync();
        await evening.Adviser.UntilProposalAsync(room, "Declined");
        await evening.Parties.A.Station.KillAsync();
        await evening.Adviser.InviteAsync(room, "attaché", "for the route, an hour");
        await SaysAsync("adviser", room, "Aldermark: Naval attaché: proposed by us; on its way to our station");
        await evening.Parties.A.Station.StartAsync();
        await evening.Secretary.UntilProposalAsync(room, "Proposed");
        await evening.Secretary.AnswerAsync(room, consents: true, "an hour");
    }

    // In words, as a person reads them, and with what is wrong said in a sentence.
    private async Task IsToldAsync(string room)
    {
        var said = await Programs.DoAsync(evening.Folder, "read", room, "--desk", "secretary");
        Assert.Contains("** proposes Aldermark: Naval attaché for this room: for the route", said,
            StringComparison.Ordinal);
        Assert.Contains("** declines Aldermark: Naval attaché: not yet", said, StringComparison.Ordinal);
        Assert.Contains("** consents to Aldermark: Naval attaché: an hour", said, StringComparison.Ordinal);
        await RefusedAsync(6, "Nobody, or more than one", "room", "invite", room, "--whom", "Nobody at all");
        await RefusedAsync(6, "is so, or is proposed already", "room", "invite", room, "--whom", "Secretary");
        await RefusedAsync(6, "Nobody and nothing is proposed there", "room", "consent", room);
        await RefusedAsync(6, "Nobody and nothing is proposed there", "room", "decline", room, "--to", "77");
        await RefusedAsync(6, "Nobody and nothing is proposed there", "room", "withdraw", room);
        await RefusedAsync(2, "name the order", "room", "recall", "aldermark.letter");
        await RefusedAsync(64, "--whom", "room", "invite", room);
    }

    private async Task SaysAsync(string desk, string room, string words) => Assert.Contains(words,
        await Programs.DoAsync(evening.Folder, "room", "show", room, "--desk", desk), StringComparison.Ordinal);

    private async Task RefusedAsync(int code, string words, params string[] arguments)
    {
        var ended = await Programs.RunAsync(evening.Folder, [.. arguments, "--desk", "adviser"]);
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.Equal(code, ended.Code);
    }
}
