using Coulisse.Desk.Vault;
using Coulisse.Talks.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Words that were said in another room of this desk, or are begun there, are asked about before they are said
/// in this one.</summary>
internal static class RoomDoubt
{
    /// <summary>Of each other room so many messages are looked at, the latest, and so much of their words: what is
    /// pasted is seldom older.</summary>
    private const int Latest = 1_000;

    private const int CharactersMax = 500_000;

    /// <summary>A message of a room: its number there, and its words in all its languages.</summary>
    internal sealed record Message(ulong Order, string Words);

    /// <summary>What is known of a room: what was said there, and what is begun there and not said.</summary>
    internal sealed record Known(List<Message> Said, IReadOnlyList<string> Begun);

    /// <summary>What is known of every room that is looked at; on the desk's own thread.</summary>
    internal static Dictionary<RoomId, Known> Read(DeskCores both, RoomId into, string text)
    {
        // Into a caucus words of a room of both sides may come: its people speak of what was said there.
        var looked = both.Of(into) == both.Home ? (DeskCore[])[both.Home] : [.. both.All];
        return looked.SelectMany(core => core.Rooms.Where(room => room == into || (!IsOfOneLine(core, room, into)
                && !(core == both.Home && Crossing.IsApprovedFor(both, room, into, text))))
            .Select(room => (Room: room, Known: new Known(Said(core, room), Begun(core, room)))))
            .ToDictionary(one => one.Room, one => one.Known);
    }

    /// <summary>The likeliest other room, and the number of the message there, or null if it is only begun there; null
    /// if there is no doubt.</summary>
    internal static (RoomId Room, ulong? Order)? Of(Dictionary<RoomId, Known> known, RoomId into, string text)
    {
        var doubts = WrongRoom.Check(text, into.ToString(), known.Select(one => new OtherRoom(one.Key.ToString(),
            [.. one.Value.Said.Select(message => message.Words)], one.Value.Begun)));
        return doubts.FirstOrDefault() is { } doubt && RoomId.FromHex(doubt.Room) is { } room
            ? (room, doubt.Place is { } place ? known[room].Said[place].Order : null) : null;
    }

    private static string[] Begun(DeskCore core, RoomId room) =>
    [
        .. new[] { core.Drafts.Of(room), core.Held.In(room)?.Text ?? "", SheetWords.Of(core.Drafts.SheetOf(room)) }
            .Where(text => text.Length > 0),
    ];

    // Whoever goes on in another room, the first being dead, says there what was to be said in it.
    private static bool IsOfOneLine(DeskCore core, RoomId one, RoomId other) =>
        core.ViewOf(one)?.Follows?.Room == other || core.ViewOf(other)?.Follows?.Room == one;

    // What waits here and what came back counts as well: it was written for that room.
    private static List<Message> Said(DeskCore core, RoomId room)
    {
        var (shown, characters) = (core.ViewOf(room)?.Shown ?? 0, 0);
        var messages = core.TranscriptOf(room, shown - Math.Min(shown, Latest), Latest).Reverse()
            .Select(one => new Message(one.Order, string.Join('\n',
                one.Heard.Message.Content().Texts)));
        return [.. messages.TakeWhile(one => (characters += one.Words.Length) <= CharactersMax)];
    }
}
