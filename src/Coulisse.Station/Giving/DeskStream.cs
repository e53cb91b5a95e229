using Coulisse.Crypto.Codec;
using Coulisse.Station.Intake;
using Coulisse.Station.Log;
using Coulisse.Station.Storage;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Giving;

/// <summary>
/// What one desk is given on one connection, of one line: what is remembered of itself, then both logs, what leads
/// first, each entry once a connection, as far as the desk has said it is ready for more.
/// </summary>
internal sealed class DeskStream
{
    private readonly DeskLog log;
    private readonly Dictionary<(Side Side, uint Incarnation), SequenceSet> given = [];
    private ulong news = ulong.MaxValue; // not told on this connection yet
    private DeskRow? untold;

    internal DeskStream(DeskLog log, DeskRow desk)
    {
        (this.log, untold) = (log, desk);
        foreach (var report in desk.Reports)
            given[(report.Side, report.Incarnation)] = report.Processed;
    }

    /// <summary>The next thing to give; null if there is none now.</summary>
    internal Delivery? Next()
    {
        if (untold is { } desk)
        {
            untold = null;
            desk = log.Desks.Of(desk.Desk) ?? desk;
            return new Delivery.OfDesk(log.Id, new(desk.Number, desk.Last, desk.Reports));
        }
        while (NextPlace() is var (side, place) && place != EntryPlace.None)
        {
            given[(side, place.Incarnation)] = Given(side, place.Incarnation).With(place.Sequence);
            if (log.Entries.Of(side, place) is { } entry)
                return new Delivery.OfEntry(log.Id, side, entry.Body);
        }
        if (news == log.News)
            return null;
        news = log.News;
        return new Delivery.OfNews(log.Id, log.NewsForDesks());
    }

    private (Side Side, EntryPlace Place) NextPlace()
    {
        var (own, other) = (log.Side, log.Side.Other());
        foreach (var (side, leading) in ((Side, IReadOnlyCollection<LeadingEntry>)[])
            [(other, log.Other.Leading), (own, log.Own.Leading)])
        {
            foreach (var one in leading)
            {
                if (!Given(side, one.Place.Incarnation).Contains(one.Place.Sequence))
                    return (side, one.Place);
            }
        }
        foreach (var progress in log.Other.Progress)
        {
            if (FirstNew(other, progress.Incarnation, progress.Stored) is > 0 and var sequence)
                return (other, new(progress.Incarnation, sequence));
        }
        foreach (var (first, head) in log.Own.Heads.Spans())
        {
            var all = SequenceSet.Of(new SequenceRange(first, head.Place.Sequence));
            if (FirstNew(own, head.Place.Incarnation, all) is > 0 and var sequence)
                return (own, new(head.Place.Incarnation, sequence));
        }
        return (own, EntryPlace.None);
    }

    private ulong FirstNew(Side side, uint incarnation, SequenceSet here)
    {
        var have = Given(side, incarnation);
        return here.Ranges.SelectMany(range => have.MissingBetween(range.First, range.Last)).FirstOrDefault().First;
    }

    private SequenceSet Given(Side side, uint incarnation) =>
        given.GetValueOrDefault((side, incarnation)) ?? SequenceSet.Empty;
}
