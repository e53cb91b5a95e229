using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What the desk knows of the line over time: how it was, how long ours took, what is on its way. Only on the
/// desk's own thread.</summary>
internal static class LinePast
{
    /// <summary>Of each room so many of its latest messages are looked at.</summary>
    private const int Latest = 400;

    private const int TripsMax = 200;

    internal static LinePastAnswer Of(DeskCore core) => new(
        [.. core.LineLog.All().Select(one => new LineSpanAnswer(one.From, one.Until, one.Cause, one.Number))],
        [.. core.Rooms.SelectMany(room => Own(core, room)).Select(Trip).OrderByDescending(one => one.At)
            .Take(TripsMax).Reverse()],
        [.. core.Rooms.SelectMany(room => Queues(core, room))]);

    private static IEnumerable<Heard> Own(DeskCore core, RoomId room)
    {
        var shown = core.ViewOf(room)?.Shown ?? 0;
        return core.TranscriptOf(room, shown - Math.Min(shown, Latest), Latest).Select(one => one.Heard)
            .Where(heard => heard.Desk == core.Id && heard.Rungs[0].Rung == Rung.Written);
    }

    // From our station on: how long it waited here is the desk's and the own station's affair.
    private static TripAnswer Trip(Heard heard)
    {
        DateTimeOffset? At(Rung rung) => heard.Rungs.FirstOrDefault(one => one.Rung == rung)?.Instant;
        var left = At(Rung.AtOurStation);
        return new(heard.Rungs[0].Instant, (left - heard.Rungs[0].Instant)?.TotalSeconds,
            (At(Rung.AtTheirStation) - left)?.TotalSeconds, (At(Rung.OnTheirDesk) - left)?.TotalSeconds);
    }

    private static IEnumerable<QueueAnswer> Queues(DeskCore core, RoomId room) => core.OnTheirWay(room)
        .GroupBy(heard => heard.Rung).OrderBy(rung => rung.Key)
        .Select(rung => new QueueAnswer(room.ToString(), rung.Key.ToString(), rung.Count(),
            rung.Min(heard => heard.Rungs[0].Instant)));
}
