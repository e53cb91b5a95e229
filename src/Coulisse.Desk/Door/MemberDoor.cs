using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What people ask of the desk about who is in a room and on which terms, and the answer to being asked into
/// one.</summary>
internal sealed class MemberDoor(OpenDesk desk)
{
    internal async Task ConsentAsync(HttpContext context)
    {
        var (room, asked) = await AskedAsync(context);
        if (await IsOpenAsync(room, context))
            await AnswerAsync(room, asked, consents: true, context);
        else
            await desk.ConsentAsync(room, context.RequestAborted);
        await TellAsync(room, context);
    }

    internal async Task DeclineAsync(HttpContext context)
    {
        var (room, asked) = await AskedAsync(context);
        if (await IsOpenAsync(room, context))
            await AnswerAsync(room, asked, consents: false, context);
        else
            await desk.DoAsync(new DeskEvent.Declined(room), room, context.RequestAborted);
        await TellAsync(room, context);
    }

    internal async Task WithdrawAsync(HttpContext context)
    {
        var (room, asked) = await AskedAsync(context);
        var own = await desk.IdentityAsync(room, context.RequestAborted);
        var intent = await FindAsync(room, asked.To, one => one.By == own.Side && one.IsOpen, context);
        await DemandRoomAsync(context, room, asked.Reason);
        await desk.DoAsync(new DeskEvent.IntentWithdrawn(room, intent.Id, asked.Reason), room,
            context.RequestAborted);
        await TellAsync(room, context);
    }

    internal async Task InviteAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.InviteQuestion) is not { Reason: not null } asked)
            throw new Refusal(ExitCode.Usage, "Say whom, and why.");
        var whom = asked.Accreditation is { } given ? DoorServer.Value<Sealed<Accreditation>>(given, "accreditation")
            : asked.File is { } text ? DoorServer.FileOf<Sealed<Accreditation>>(text, "accreditation")
            : await desk.FindPersonAsync(asked.Whom ?? "", room, context.RequestAborted);
        await DemandRoomAsync(context, room, asked.Reason);
        await desk.DemandAsync(context.RequestAborted,
            (await desk.IdentityAsync(room, context.RequestAborted)).Accreditation, whom);
        await desk.DoAsync(new DeskEvent.ChangeProposed(room, new RoomChange.Admission(whom), asked.Reason), room,
            context.RequestAborted);
        await TellAsync(room, context);
    }

    internal async Task AmendAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.AmendQuestion) is not { Reason: not null } asked
            || (asked.Purpose is null && asked.Excluded is null && asked.Terms is null))
            throw new Refusal(ExitCode.Usage, "Say which terms are to be others: --purpose, --excluded, --record, "
                + "--kept, --quoting, --who-may-know, --consent, --ends, or a file of them.");
        await desk.DemandAsync(context.RequestAborted,
            (await desk.IdentityAsync(room, context.RequestAborted)).Accreditation);
        var now = await desk.RoomAsync(room, context.RequestAborted);
        var terms = TermsMaking.Of(now.Terms is { } known ? TermsTelling.CharterOf(known) : null, asked.Purpose,
            asked.Excluded, asked.Terms);
        await DemandRoomAsync(context, room, [asked.Reason, .. TermsMaking.Anew(terms.Terms, now.Terms is { } before
            ? TermsTelling.CharterOf(before) : null)]);
        await desk.DoAsync(new DeskEvent.ChangeProposed(room, new RoomChange.Amendment(terms), asked.Reason), room,
            context.RequestAborted);
        await TellAsync(room, context);
    }

    // Consenting relies on whoever is proposed, today; declining does not.
    private async Task AnswerAsync(RoomId room, ActQuestion asked, bool consents, HttpContext context)
    {
        var own = await desk.IdentityAsync(room, context.RequestAborted);
        var intent = await FindAsync(room, asked.To,
            one => one.By != own.Side && one.State == IntentState.Proposed, context);
        await DemandRoomAsync(context, room, asked.Reason);
        if (consents)
        {
            await desk.DemandAsync(context.RequestAborted, own.Accreditation);
            if (intent.What.Admits is { } whom)
                await desk.DemandAsync(context.RequestAborted, whom);
        }
        await desk.DoAsync(new DeskEvent.IntentAnswered(room, intent.Id, consents, asked.Reason), room,
            context.RequestAborted);
    }

    // A reason crosses as any other words do.
    private Task DemandRoomAsync(HttpContext context, RoomId room, params string[] texts) =>
        new RightRoom(desk).DemandAsync(room, string.Join('\n', texts.Where(text => text.Length > 0)),
            context.Request.Headers[DoorHeaders.Room] == DoorHeaders.ThisRoom, keep: null, context.RequestAborted);

    private async Task<RoomIntent> FindAsync(RoomId room, ulong? number, Func<RoomIntent, bool> isMeant,
        HttpContext context)
    {
        var meant = (await desk.IntentsAsync(room, context.RequestAborted)).Where(isMeant)
            .Where(one => number is null || one.Order == number).ToList();
        return meant.Count switch
        {
            1 => meant[0],
            0 => throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.NoSuchIntent, null)),
            _ => throw new Refusal(ExitCode.SaidNo, "Several are proposed; say which with --to NUMBER: "
                + string.Join("; ", meant.Select(one => $"{one.Order}, {About(one)}"))),
        };
    }

    private static string About(RoomIntent intent) => intent.What.Admits is { } whom ? Telling.NameOf(whom)
        : intent.What.PutsOut is { } gone ? $"desk {gone.ToString()[..8]} goes" : "other terms";

    private async Task<bool> IsOpenAsync(RoomId room, HttpContext context) =>
        (await desk.RoomAsync(room, context.RequestAborted)).Status == nameof(RoomStatus.Open);

    private async Task<(RoomId Room, ActQuestion Asked)> AskedAsync(HttpContext context) =>
        (await DoorServer.RoomAsync(context, desk),
            await DoorServer.QuestionAsync(context, DoorJson.Default.ActQuestion) is { Reason: not null } asked
                ? asked : new(null, ""));

    private async Task TellAsync(RoomId room, HttpContext context) => await DoorServer.WriteAsync(context,
        await desk.RoomAsync(room, context.RequestAborted), DoorServer.RoomType);
}
