using System.Collections.Concurrent;
using Coulisse.Desk.LineCharters;
using Coulisse.Desk.Records;
using Coulisse.Door;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Matters;
using Coulisse.Terminal;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>The terms of a line: shown, made and shown whole, then signed by the digits of what was shown.</summary>
internal sealed class CharterDoor(OpenDesk desk)
{
    private const int PreparedMax = 64;

    private const string BeforeFirst = "Nothing is signed yet. With your signature the other side can agree to these "
        + "terms at any time, until other terms of the line are agreed on; you cannot take it back.";

    /// <summary>What a person made and has not signed; kept until the desk is closed.</summary>
    private readonly ConcurrentDictionary<(RoomId, string), LineCharter> prepared = [];

    internal static void Map(WebApplication door, OpenDesk desk, Func<Func<HttpContext, Task>, RequestDelegate> guard)
    {
        var (charters, whose) = (new CharterDoor(desk), new WhoseRoom(desk));
        door.MapGet("/line/charter", guard(charters.TellAsync));
        door.MapPost("/room/line-charter", guard(whose.BothSides(charters.PrepareAsync)));
        door.MapPost("/room/line-charter/sign", guard(whose.BothSides(charters.SignAsync)));
    }

    private async Task TellAsync(HttpContext context)
    {
        var line = desk.Lines.Meant(context.Request.Query["line"]);
        await DoorServer.WriteAsync(context, await desk.AskBothAsync(
            both => CharterTelling.Of(both.Of(line.Log)!, line), context.RequestAborted),
            DoorJson.Default.LineChartersAnswer);
    }

    private async Task PrepareAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.CharterQuestion) is not { } asked)
            throw new Refusal(ExitCode.Usage, "Say which terms are to be the line's.");
        var held = await desk.AskAsync(room, core => core.LineCharter?.Charter.Terms.Terms, context.RequestAborted);
        var terms = TermsMaking.Of(held, asked.Purpose, asked.Excluded, asked.Terms);
        if (terms.Terms == held)
            throw new Refusal(ExitCode.SaidNo, "These terms hold on the line already. See: coulisse line charter");
        var (draft, changes, mayPropose) = await desk.AskAsync(room, core => (CharterMaking.Draft(core, terms),
            CharterTelling.Changes(core, terms.Terms), CharterMaking.LetsConsent(core)), context.RequestAborted);
        if (!mayPropose)
            throw new Refusal(ExitCode.SaidNo, CharterTelling.Of(CharterDoubt.AnotherMandate));
        if (prepared.Count >= PreparedMax)
            prepared.Clear();
        prepared[(room, CharterTelling.DigestOf(draft))] = draft;
        await DoorServer.WriteAsync(context, new(draft.Number, CharterTelling.DigestOf(draft),
            TermsTelling.Of(terms.Terms), changes, BeforeFirst), DoorJson.Default.CharterTextAnswer);
    }

    // What is signed is prepared no more; should the answer not reach who asked, it is in the transcript.
    private async Task SignAsync(HttpContext context) => prepared.TryRemove(await new Signing(
        (core, room, digest) => Waiting(core, room, digest) is { } theirs
            ? RecordVouching.SignatureIn(theirs.First) : null, Make, TypedIn).SignAsync(context, desk), out _);

    // A caucus may have to approve what a person wrote anew.
    private static string TypedIn(TalkAct act) => act is TalkAct.LineCharterProposed { Terms: var terms }
        ? string.Join("\n\n", terms.Purpose, terms.Excluded, terms.MayKnow, terms.End) : "";

    private (TalkAct? Act, string? Why) Make(DeskCore core, RoomId room, string digest)
    {
        if (Waiting(core, room, digest) is { } theirs)
            return CharterMaking.Agree(core, theirs, desk.Now) is var (agreed, doubt) && agreed is not null
                ? (agreed, null) : (null, CharterTelling.Of(doubt!.Value));
        if (!prepared.TryGetValue((room, digest), out var own))
            return (null, "No terms of the line with these digits wait to be signed in this room. See: coulisse line "
                + "charter, or propose them again.");
        return CharterMaking.Draft(core, own.Terms) == own ? (CharterMaking.Propose(core, own, desk.Now), null)
            : (null, "Others were proposed or agreed on meanwhile. Look at them (coulisse line charter), and propose "
                + "these again.");
    }

    private static LineCharterView? Waiting(DeskCore core, RoomId room, string digest) => core.TalkOf(room).LineCharters
        .FirstOrDefault(one => one.By.Side != core.OwnPerson.Side && one.Stage != Stage.Agreed
            && CharterTelling.DigestOf(LineCharter.Of(one.Number, one.Follows, one.Terms)) == digest);
}
