using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Words that somebody has said and can still take back: held, let go, or a draft again. The desk lets nothing
/// go by itself: whoever is at the window does, and a window that is gone lets nothing go.</summary>
internal sealed class HeldDoor(OpenDesk desk, Saying saying)
{
    internal async Task HoldAsync(HttpContext context)
    {
        var (room, text) = await AskedAsync(context);
        await saying.HoldAsync(room, text, IsHere(context), context.RequestAborted);
        desk.Changes.Happened();
        await TellAsync(context, room);
    }

    internal async Task LetGoAsync(HttpContext context)
    {
        var (room, text) = await AskedAsync(context);
        await DoorServer.WriteAsync(context, await saying.LetGoAsync(room, text, IsHere(context),
            context.RequestAborted), DoorJson.Default.MessageAnswer);
    }

    internal async Task TakeBackAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (!await desk.AskAsync(room, core => core.Held.TakeBack(room), context.RequestAborted))
            throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.TooLong, null),
                $"desk.{nameof(DeskRefusal.TooLong)}");
        desk.Changes.Happened();
        await TellAsync(context, room);
    }

    /// <summary>What is begun in a room, and what is held.</summary>
    internal async Task TellAsync(HttpContext context, RoomId room)
    {
        var (draft, held) = await desk.AskAsync(room, core => (core.Drafts.Of(room), core.Held.In(room)),
            context.RequestAborted);
        await DoorServer.WriteAsync(context, new(room.ToString(), draft,
            held is var (text, since) ? new(text, since) : null), DoorJson.Default.DraftAnswer);
    }

    private static bool IsHere(HttpContext context) =>
        context.Request.Headers[DoorHeaders.Room] == DoorHeaders.ThisRoom;

    private async Task<(RoomId Room, string Text)> AskedAsync(HttpContext context) =>
        (await DoorServer.RoomAsync(context, desk), await DoorServer.WordsAsync(context, context.RequestAborted));
}
