using Coulisse.Terminal;

namespace Coulisse.Desk.Door;

/// <summary>Which of a desk's two places a room is in, asked before anything is done there.</summary>
internal sealed class WhoseRoom(OpenDesk desk)
{
    /// <summary>A verb of caucuses never does anything in a room where the other side reads.</summary>
    internal Func<HttpContext, Task> Caucus(Func<HttpContext, Task> work) => async context =>
    {
        if (await IsOwnSideAsync(context) is (false, var room))
            throw new Refusal(ExitCode.SaidNo, $"Room {room} is one of both sides: the other side reads it. Nothing "
                + "was changed. See: coulisse caucus list", "caucus.BothSides");
        await work(context);
    };

    /// <summary>What both sides sign, and what is copied, is not a caucus's.</summary>
    internal Func<HttpContext, Task> BothSides(Func<HttpContext, Task> work) => async context =>
    {
        if (await IsOwnSideAsync(context) is (true, var room))
            throw new Refusal(ExitCode.SaidNo, $"Room {room} is a caucus of our own side: nothing of it is put on "
                + "record with the other side or copied. Nothing was done. See: coulisse room list",
                "caucus.OwnSide");
        await work(context);
    };

    private async Task<(bool IsOwnSide, string Room)> IsOwnSideAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        return (await desk.AskBothAsync(both => both.Of(room) == both.Home, context.RequestAborted),
            room.ToString()[..8]);
    }
}
