using Coulisse.Talks.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Words that were said in another room of this desk are asked about before they are said in this one.</summary>
internal static class RoomDoubt
{
    /// <summary>Of each other room so many messages are looked at, the latest: what is pasted is seldom older, and the
    /// desk does nothing else meanwhile.</summary>
    private const int Latest = 1_000;

    /// <summary>The likeliest other room, and the number of the message there; null if there is no doubt.</summary>
    internal static (RoomId Room, ulong Order)? Of(DeskCore core, RoomId into, string text)
    {
        var kept = core.Rooms.Where(room => room == into || !IsOfOneLine(core, room, into))
            .ToDictionary(room => room.ToString(), room => (Room: room, Said: Said(core, room)));
        var doubts = WrongRoom.Check(text, into.ToString(), into.ToString(),
            kept.Select(one => new OtherRoom(one.Key, [.. one.Value.Said.Select(said => said.Words)])));
        return doubts.FirstOrDefault() is { Place: { } place } doubt && kept[doubt.Room] is var (room, messages)
            ? (room, messages[place].Order) : null;
    }

    // Whoever goes on in another room, the first being dead, says there what was to be said in it.
    private static bool IsOfOneLine(DeskCore core, RoomId one, RoomId other) =>
        core.ViewOf(one)?.Follows?.Room == other || core.ViewOf(other)?.Follows?.Room == one;

    // What waits here and what came back counts as well: it was written for that room.
    private static List<(ulong Order, string Words)> Said(DeskCore core, RoomId room)
    {
        var shown = core.ViewOf(room)?.Shown ?? 0;
        return [.. core.TranscriptOf(room, shown - Math.Min(shown, Latest), Latest).Select(one => (one.Order,
            string.Join('\n', one.Heard.Message.Content().Words.Select(words => words.Text))))];
    }
}
