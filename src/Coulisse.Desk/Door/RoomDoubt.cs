using Coulisse.Talks.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Words that were said in another room of this desk are asked about before they are said in
/// this one.</summary>
internal static class RoomDoubt
{
    /// <summary>Of each other room so many messages are looked at, the latest, and so much of their words: what is
    /// pasted is seldom older.</summary>
    private const int Latest = 1_000;

    private const int CharactersMax = 500_000;

    /// <summary>A message of a room: its number there, and its words in all its languages.</summary>
    internal sealed record Message(ulong Order, string Words);

    /// <summary>The messages of every room that is looked at; on the desk's own thread.</summary>
    internal static Dictionary<RoomId, List<Message>> Read(DeskCores both, RoomId into)
    {
        // Into a caucus words of a room of both sides may come: its people speak of what was said there.
        var looked = both.Of(into) == both.Home ? (DeskCore[])[both.Home] : [.. both.All];
        return looked.SelectMany(core => core.Rooms.Where(room => room == into || !IsOfOneLine(core, room, into))
            .Select(room => (Room: room, Said: Said(core, room)))).ToDictionary(one => one.Room, one => one.Said);
    }

    /// <summary>The likeliest other room, and the number of the message there; null if there is no doubt.</summary>
    internal static (RoomId Room, ulong Order)? Of(
        Dictionary<RoomId, List<Message>> said, RoomId into, string text)
    {
        var doubts = WrongRoom.Check(text, into.ToString(), into.ToString(), said.Select(one =>
            new OtherRoom(one.Key.ToString(), [.. one.Value.Select(message => message.Words)])));
        return doubts.FirstOrDefault() is { Place: { } place } doubt && RoomId.FromHex(doubt.Room) is { } room
            ? (room, said[room][place].Order) : null;
    }

    // Whoever goes on in another room, the first being dead, says there what was to be said in it.
    private static bool IsOfOneLine(DeskCore core, RoomId one, RoomId other) =>
        core.ViewOf(one)?.Follows?.Room == other || core.ViewOf(other)?.Follows?.Room == one;

    // What waits here and what came back counts as well: it was written for that room.
    private static List<Message> Said(DeskCore core, RoomId room)
    {
        var (shown, characters) = (core.ViewOf(room)?.Shown ?? 0, 0);
        var messages = core.TranscriptOf(room, shown - Math.Min(shown, Latest), Latest).Reverse()
            .Select(one => new Message(one.Order, string.Join('\n',
                one.Heard.Message.Content().Words.Select(words => words.Text))));
        return [.. messages.TakeWhile(one => (characters += one.Words.Length) <= CharactersMax)];
    }
}
