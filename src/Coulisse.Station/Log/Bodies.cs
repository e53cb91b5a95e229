using Coulisse.Station.Intake;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>Which bodies of both logs nobody needs any more: the other station has stored them, and every desk of both
/// sides has processed them.</summary>
internal sealed class Bodies(Side side, OwnLog own, OtherLog other, DeskRoll desks, TheirWord theirs)
{
    /// <summary>How much of the own log the other station need not hold any more.</summary>
    internal ulong Unneeded => theirs.Has.Aggregate(0UL, (sum, one) =>
        sum + one.Processed.Intersect(desks.ProcessedByAll(side, one.Incarnation)).Count);

    /// <summary>What of the own log each own desk has read.</summary>
    internal WireList<LogReport> ReadByOwn => WireList.From(own.Heads.Select(head => new LogReport(side,
        head.Place.Incarnation, desks.ProcessedByAll(side, head.Place.Incarnation)
            .FirstRanges(LineLimits.RangesMax))));

    /// <summary>The own desks that have not read much of either log, or nothing for long, in the order of their
    /// identifiers.</summary>
    /// <param name="now">What the machine's clock says.</param>
    internal IEnumerable<DeskBehind> Behind(DateTimeOffset now) => desks.Serving
        .Select(desk => (desk.Desk, desk.Heard,
            Entries: Unread(desk, side, own.Heads) + Unread(desk, side.Other(), other.Heads)))
        .Where(one => one.Entries >= DeskBehind.Step || (one.Entries > 0
            && now.ToUnixTimeSeconds() - (long)one.Heard >= (long)DeskBehind.SilentAfter.TotalSeconds))
        .Select(one => new DeskBehind(one.Desk, one.Entries / DeskBehind.Step * DeskBehind.Step, one.Heard))
        .Take(LineNews.DesksMax);

    private static ulong Unread(DeskRow desk, Side side, IReadOnlyList<EntryLink> heads) => heads.Spans()
        .Aggregate(0UL, (sum, span) => sum + DeskRoll.Processed(desk, side, span.Head.Place.Incarnation)
            .MissingBetween(span.First, span.Head.Place.Sequence)
            .Aggregate(0UL, (missing, range) => missing + range.Last - range.First + 1));

    /// <summary>Drops what nobody needs; tells whether the own desks have read more of the other's log.</summary>
    /// <param name="isRestoring">Whether what they have read may have come before this file was copied.</param>
    internal bool Settle(bool isRestoring)
    {
        foreach (var incarnation in isRestoring ? desks.Incarnations(side.Other()) : [])
            other.Remember(incarnation, desks.ProcessedByAll(side.Other(), incarnation));
        var isNew = false;
        foreach (var progress in other.Progress)
        {
            var (incarnation, byOwn) = (progress.Incarnation,
                desks.ProcessedByAll(side.Other(), progress.Incarnation));
            isNew |= other.MarkProcessed(incarnation, byOwn);
            other.Drop(incarnation, theirs.Processed.FirstOrDefault(one => one.Incarnation == incarnation)?.Processed
                ?? SequenceSet.Empty);
        }
        foreach (var said in theirs.Has)
        {
            var byAll = desks.ProcessedByAll(side, said.Incarnation);
            own.Drop(said.Incarnation, said.Stored.Intersect(said.Processed).Intersect(byAll));
        }
        return isNew;
    }
}
