using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>
/// Words of one line are not said on another, whatever whoever says them answers: what may cross is conveyed, by an act
/// of its own that is registered. Only a desk with several lines can come into this.
/// </summary>
internal static class AcrossLines
{
    /// <summary>What stands against saying this in a room; null if nothing.</summary>
    internal static async Task<Refusal?> FaultOfAsync(
        OpenDesk desk, RoomId room, string text, CancellationToken cancel)
    {
        if (desk.Lines.Count == 1 || text.Length == 0)
            return null;
        var said = await desk.AskBothAsync(both => Read(both, room, text), cancel);
        // Compared aside, so that the desk goes on meanwhile. What is only begun there was said to nobody: it is asked
        // about, as in any other room.
        if (RoomDoubt.Of(said, room, text) is not (var like, { } order))
            return null;
        var other = await desk.RoomAsync(like, cancel);
        var (there, here) = (like.ToString()[..8], room.ToString()[..8]);
        return new(ExitCode.SaidNo, $"Not said: much of it stands in message {order} of room {there}, on ANOTHER LINE, "
            + $"with {other.Counterpart.Party}: {other.Counterpart.Office}. Nothing of one line is said on another but "
            + "by an act of yours that is shown, confirmed and registered: "
            + $"coulisse convey {there} --messages {order} --to {here}; in words of your own with --file.",
            "desk.OtherLine");
    }

    // Of our own side nothing crosses by being said in a caucus.
    private static Dictionary<RoomId, RoomDoubt.Known> Read(DeskCores both, RoomId into, string text)
    {
        var core = both.Of(into);
        return core == both.Home ? [] : RoomDoubt.Read(both, into, text)
            .Where(one => one.Key == into || (both.Of(one.Key) != core && both.Of(one.Key) != both.Home))
            .ToDictionary(one => one.Key, one => one.Value with { Begun = [] });
    }
}
