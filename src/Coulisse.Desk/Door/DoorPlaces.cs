using static Coulisse.Desk.Door.DoorServer;

namespace Coulisse.Desk.Door;

/// <summary>What can be asked of a desk, each under its address.</summary>
internal static class DoorPlaces
{
    internal static void Map(WebApplication door, OpenDesk desk, Unlocking unlocking, Pairings pairings)
    {
        door.MapGet("/line", Guard(async context => await WriteAsync(context, await desk.LineAsync(Aborted(context)),
            DoorJson.Default.LineAnswer)));
        OpeningDoor.Map(door, desk, Guard);
        CharterDoor.Map(door, desk, Guard);
        door.MapGet("/room", Guard(async context => await WriteAsync(context,
            await desk.RoomAsync(await RoomAsync(context, desk), Aborted(context)), RoomType)));
        door.MapPost("/room/accept", Guard(context => ActAsync(context, desk, desk.AcceptAsync)));
        door.MapGet("/room/archive", Guard(async context => await WriteAsync(context,
            await desk.ArchiveAsync(await RoomAsync(context, desk), Aborted(context)),
            DoorJson.Default.ArchiveAnswer)));
        door.MapPost("/room/leave", Guard(context => ActAsync(context, desk,
            (room, cancel) => desk.DoAsync(new DeskEvent.LeaveTaken(room), room, cancel))));
        MapMembers(door, new(desk));
        MapLeaves(door, desk);
        CaucusDoor.Map(door, desk, Guard);
        var saying = new Saying(desk);
        var held = new HeldDoor(desk, saying);
        MapTalk(door, new(desk, saying), held, new(desk));
        door.MapGet("/room/messages", Guard(context => ReadAsync(context, desk)));
        door.MapPost("/unlock", Guard(unlocking.TryAsync));
        MapPairing(door, desk, pairings);
        MapRecords(door, desk);
        MapScreens(door, new(desk, held));
        door.MapPost("/told", Guard(new ToldDoor(desk).TellAsync));
        var search = new SearchDoor(desk);
        door.MapGet("/search", Guard(search.FindAsync));
        door.Lifetime.ApplicationStopped.Register(search.Dispose);
        door.MapGet("/room/news", Guard(context => Following.WriteAsync(context, desk)));
    }

    // Under the address of caucuses nothing is ever said where the other side reads.
    private static void MapTalk(WebApplication door, TalkDoor talk, HeldDoor held, WhoseRoom whose)
    {
        foreach (var (place, work) in ((string, Func<HttpContext, Task>)[])[("act", talk.DoAsync),
            ("act/try", talk.TryAsync), ("messages", talk.SayAsync), ("held", held.HoldAsync),
            ("held/go", held.LetGoAsync), ("held/back", held.TakeBackAsync)])
        {
            door.MapPost($"/room/{place}", Guard(work));
            door.MapPost($"/caucus/{place}", Guard(whose.Caucus(work)));
        }
        door.MapGet("/room/open-text", Guard(talk.HandOverAsync));
        door.MapGet("/room/open-item", Guard(talk.ItemAsync));
        door.MapGet("/room/talk", Guard(talk.TellAsync));
    }

    private static void MapMembers(WebApplication door, MemberDoor members)
    {
        door.MapPost("/room/decline", Guard(members.DeclineAsync));
        door.MapPost("/room/consent", Guard(members.ConsentAsync));
        door.MapPost("/room/invite", Guard(members.InviteAsync));
        door.MapPost("/room/amend", Guard(members.AmendAsync));
        door.MapPost("/room/withdraw", Guard(members.WithdrawAsync));
    }

    private static void MapLeaves(WebApplication door, OpenDesk desk)
    {
        var leaves = new LeafDoor(desk);
        door.MapPost("/room/recall", Guard(leaves.RecallAsync));
        door.MapPost("/room/replace", Guard(leaves.ReplaceAsync));
        door.MapPost("/room/give-up", Guard(context => ActAsync(context, desk,
            (room, cancel) => desk.DoAsync(new DeskEvent.WaitingGivenUp(room), room, cancel))));
    }

    private static void MapRecords(WebApplication door, OpenDesk desk)
    {
        var whose = new WhoseRoom(desk);
        MapCopies(door, (new(desk), new(desk), new(desk)), whose);
        var records = new RecordDoor(desk);
        door.MapGet("/room/records", Guard(whose.BothSides(records.ListAsync)));
        door.MapGet("/room/record", Guard(whose.BothSides(records.ShowAsync)));
        door.MapPost("/room/record", Guard(whose.BothSides(records.PrepareAsync)));
        door.MapPost("/room/record/sign", Guard(whose.BothSides(records.SignAsync)));
        door.MapGet("/room/record/file", Guard(whose.BothSides(records.FileAsync)));
    }

    private static void MapCopies(WebApplication door, (ExportDoor, LeakDoor, ConveyDoor) doors, WhoseRoom whose)
    {
        var (exports, leaks, conveyed) = doors;
        door.MapPost("/room/export", Guard(whose.BothSides(exports.ExportAsync)));
        door.MapGet("/exports", Guard(exports.ListAsync));
        door.MapPost("/convey/look", Guard(conveyed.ShowAsync));
        door.MapPost("/convey", Guard(conveyed.ConveyAsync));
        door.MapGet("/conveyed", Guard(conveyed.ListAsync));
        door.MapPost("/leaks", Guard(leaks.AddAsync));
        door.MapGet("/leaks", Guard(leaks.ListAsync));
        door.MapGet("/leak", Guard(leaks.ShowAsync));
        door.MapPost("/leak", Guard(leaks.SayAsync));
    }

    private static void MapPairing(WebApplication door, OpenDesk desk, Pairings pairings)
    {
        door.MapGet("/line/letter", Guard(pairings.With(desk, (one, context) => one.OursAsync(context))));
        door.MapPost("/line/letter/look", Guard(pairings.With(desk, (one, context) => one.LookAsync(context))));
        door.MapPost("/line/letter/keep", Guard(pairings.With(desk, (one, context) => one.KeepAsync(context))));
        door.MapGet("/line/letter/codes", Guard(pairings.With(desk, (one, context) => one.CodesAsync(context))));
        door.MapPost("/line/letter/join", Guard(PairingDoor.JoinAsync));
        door.MapPost("/line/compare", Guard(pairings.With(desk, (one, context) => one.CompareAsync(context))));
    }

    private static void MapScreens(WebApplication door, ScreenDoor screens)
    {
        door.MapGet("/line/news", Guard(screens.FollowAsync));
        door.MapGet("/line/parties", Guard(screens.PartiesAsync));
        door.MapGet("/line/past", Guard(screens.PastAsync));
        door.MapGet("/room/page", Guard(screens.PageAsync));
        door.MapGet("/room/first", Guard(screens.FirstAsync));
        door.MapGet("/room/draft", Guard(screens.DraftAsync));
        door.MapPost("/room/draft", Guard(screens.KeepDraftAsync));
        door.MapGet("/rooms/draft", Guard(screens.OpeningAsync));
        door.MapPost("/rooms/draft", Guard(screens.KeepOpeningAsync));
    }
}
