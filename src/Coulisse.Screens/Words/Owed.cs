using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>What is due, as much of it as an eye takes in.</summary>
internal static class Owed
{
    /// <summary>Of the reports that did not come, each side's latest in each rhythm: one that nobody keeps would fill
    /// the screen.</summary>
    private const int MissingShown = 3;

    /// <summary>Of a room, the earliest first.</summary>
    internal static IEnumerable<(RoomAnswer Room, DueAnswer Due)> Shown(RoomAnswer room)
    {
        var due = room.Due ?? [];
        var hidden = due.Where(one => one is { Period: not null, State: "Over" })
            .GroupBy(one => (one.Number, one.IsOurs)).SelectMany(one => one.SkipLast(MissingShown)).ToHashSet();
        return due.Where(one => !hidden.Contains(one)).Select(one => (room, one));
    }
}
