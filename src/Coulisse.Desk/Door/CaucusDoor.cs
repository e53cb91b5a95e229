using Coulisse.Desk.Members;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Door;

/// <summary>What people ask of the desk about rooms of their own side alone.</summary>
internal sealed class CaucusDoor(OpenDesk desk)
{
    internal static void Map(WebApplication door, OpenDesk desk, Func<Func<HttpContext, Task>, RequestDelegate> guard)
    {
        var (caucus, members, whose) = (new CaucusDoor(desk), new MemberDoor(desk), new WhoseRoom(desk));
        door.MapGet("/caucus", guard(whose.Caucus(async context => await DoorServer.WriteAsync(context,
            await desk.RoomAsync(await DoorServer.RoomAsync(context, desk), context.RequestAborted),
            DoorServer.RoomType))));
        door.MapPost("/caucus/invite", guard(whose.Caucus(members.InviteAsync)));
        door.MapPost("/caucus/amend", guard(whose.Caucus(members.AmendAsync)));
        door.MapPost("/caucus/decline", guard(whose.Caucus(members.DeclineAsync)));
        door.MapPost("/caucus/accept", guard(whose.Caucus(context => DoorServer.ActAsync(context, desk,
            desk.AcceptAsync))));
        door.MapPost("/caucus/leave", guard(whose.Caucus(context => DoorServer.ActAsync(context, desk,
            (room, cancel) => desk.DoAsync(new DeskEvent.LeaveTaken(room), room, cancel)))));
        door.MapPost("/caucus/recall", guard(whose.Caucus(caucus.PutOutAsync)));
    }

    private async Task PutOutAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.InviteQuestion) is not
            { Whom: not null, Reason: not null } asked)
            throw new Refusal(ExitCode.Usage, "Say who is to go: --whom.");
        var whom = await desk.FindPersonAsync(asked.Whom, room, context.RequestAborted);
        await desk.DoAsync(new DeskEvent.ChangeProposed(room, new RoomChange.Removal(whom.Content.Subject.Id),
            asked.Reason), room, context.RequestAborted);
        await DoorServer.WriteAsync(context, await desk.RoomAsync(room, context.RequestAborted), DoorServer.RoomType);
    }
}
