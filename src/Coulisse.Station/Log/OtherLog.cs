using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>
/// The other side's log as far as it has arrived, in any order, any entry any number of times. Two authentic entries
/// that cannot both be of one chain are evidence, never a choice.
/// </summary>
internal sealed class OtherLog
{
    private readonly IStationStore store;
    private readonly LineId line;
    private readonly Side side;
    private readonly LineWindow window;
    private readonly SortedSet<LeadingEntry> leading;
    private readonly Dictionary<uint, SequenceSet> dropped = []; // since the start; dropping twice does nothing

    internal OtherLog(IStationStore store, LineId line, Side side, LineWindow window, LineFacts facts)
    {
        (this.store, this.line, this.side, this.window) = (store, line, side, window);
        Progress = facts.Other;
        Held = facts.Held;
        Heads = facts.OtherHeads;
        leading = [.. store.Leading(line, side).Where(one =>
            !Progress.ProcessedOf(one.Place.Incarnation).Contains(one.Place.Sequence))];
    }

    /// <summary>What is stored, and what of it every own desk has processed.</summary>
    internal WireList<LogProgress> Progress { get; private set; }

    /// <summary>How much of it is here with its body.</summary>
    internal HeldAmount Held { get; private set; }

    /// <summary>How long the other side says its log is.</summary>
    internal WireList<EntryLink> Heads { get; private set; }

    /// <summary>Entries above the usual rank whose body is still here.</summary>
    internal IReadOnlyCollection<LeadingEntry> Leading => leading;

    /// <summary>How many entries are known to be missing: those before one that arrived, or before a head that was
    /// told.</summary>
    internal ulong Missing => Heads.Spans().Aggregate(0UL, (sum, span) => sum
        + Progress.StoredOf(span.Head.Place.Incarnation).MissingBetween(span.First, span.Head.Place.Sequence)
            .Aggregate(0UL, (count, range) => count + range.Count));

    internal Arrival Take(VerifiedEntry entry)
    {
        var place = entry.Entry.Place;
        if (Conflict(entry) is { } freeze)
            return new Arrival.Contradicts(freeze);
        var known = Progress.StoredOf(place.Incarnation);
        if (known.Contains(place.Sequence))
            return Arrival.Known.Instance;
        var stored = known.With(place.Sequence);
        var isNewIncarnation = known.Ranges.Count == 0;
        if (stored.Ranges.Count > LineLimits.RangesMax
            || (isNewIncarnation && Progress.Count >= LineLimits.IncarnationsMax)
            || !window.Admits(Held.Entries, Held.Bytes, entry.Bytes.Length, Rank.PrecedenceOf(entry.Entry.Envelopes)))
            return Arrival.NoRoom.Instance;
        var rank = Rank.Of(entry.Entry.Envelopes);
        store.AddEntry(line, side, new(entry.Link, entry.Entry.Follows, rank, entry.Bytes.Length, entry.Bytes));
        if (rank > LeadRank.Usual)
            leading.Add(new(rank, place));
        Held = Held.With(entry.Bytes.Length);
        Progress = WireList.From(
            Progress.With(new(place.Incarnation, stored, Progress.ProcessedOf(place.Incarnation))));
        return Arrival.Stored.Instance;
    }

    /// <summary>The highest entry that is here of each incarnation.</summary>
    internal WireList<EntryLink> Highest => WireList.From(Progress
        .Select(one => store.Entry(line, side, new(one.Incarnation, one.Stored.Highest))?.Link).OfType<EntryLink>());

    /// <summary>Takes the heads of a standing; a freeze if one is another than the entry that arrived. In a new life of
    /// the other station its log ends where that says.</summary>
    internal Freeze? TakeHeads(Standing standing, bool isNewLife)
    {
        foreach (var head in standing.Heads)
        {
            if (store.Entry(line, side, head.Place) is { } kept && kept.Link.Hash != head.Hash)
                return new(FreezeReason.AnotherHead, head.Place, kept.Link.Hash, WireValue.Encode(standing));
        }
        Heads = WireList.From((isNewLife ? [] : Heads).Concat(standing.Heads).GroupBy(head => head.Place.Incarnation)
            .OrderBy(group => group.Key).Take(LineLimits.IncarnationsMax)
            .Select(group => group.MaxBy(head => head.Place.Sequence)!));
        return null;
    }

    /// <summary>Every own desk has processed these. Tells whether that is new.</summary>
    internal bool MarkProcessed(uint incarnation, SequenceSet byEveryDesk)
    {
        var stored = Progress.StoredOf(incarnation);
        var before = Progress.ProcessedOf(incarnation);
        var processed = before.Union(byEveryDesk.Intersect(stored)).FirstRanges(LineLimits.RangesMax);
        if (processed.Equals(before))
            return false;
        foreach (var range in processed.Ranges.SelectMany(range => before.MissingBetween(range.First, range.Last)))
            leading.RemoveWhere(one => range.Holds(one.Place, incarnation));
        Progress = WireList.From(Progress.With(new(incarnation, stored, processed)));
        return true;
    }

    /// <summary>Drops the bodies of what every own desk has processed, and every desk of the side that wrote it: its
    /// station may have to be given it back until then.</summary>
    internal void Drop(uint incarnation, SequenceSet byTheirs)
    {
        var before = dropped.GetValueOrDefault(incarnation) ?? SequenceSet.Empty;
        var unneeded = Progress.ProcessedOf(incarnation).Intersect(byTheirs);
        foreach (var range in unneeded.Ranges.SelectMany(range => before.MissingBetween(range.First, range.Last)))
            Held = Held.Without(store.DropBodies(line, side, incarnation, range));
        dropped[incarnation] = before.Union(unneeded);
    }

    /// <summary>An old copy of this station's file does not know that these came; every own desk has read them, so they
    /// did, and nobody here needs their bodies. No further than the other side's log is known to go.</summary>
    internal void Remember(uint incarnation, SequenceSet byEveryDesk)
    {
        if (Heads.FirstOrDefault(head => head.Place.Incarnation == incarnation) is not { } head
            || (Progress.All(one => one.Incarnation != incarnation) && Progress.Count >= LineLimits.IncarnationsMax))
            return;
        var came = byEveryDesk.Intersect(SequenceSet.Of(new SequenceRange(1, head.Place.Sequence)));
        var stored = Progress.StoredOf(incarnation).Union(came).FirstRanges(LineLimits.RangesMax);
        if (!stored.Equals(Progress.StoredOf(incarnation)))
            Progress = WireList.From(Progress.With(new(incarnation, stored, Progress.ProcessedOf(incarnation))));
    }

    internal LineFacts Into(LineFacts facts) => facts with { Other = Progress, OtherHeads = Heads, Held = Held };

    // An entry fits if what it follows, what is at its place and what follows it are the ones it names or none.
    private Freeze? Conflict(VerifiedEntry entry)
    {
        var place = entry.Entry.Place;
        if (store.Entry(line, side, place) is { } same)
            return same.Link.Hash == entry.Hash ? null
                : Evidence(FreezeReason.TwoEntriesOfOneNumber, place, same.Link);
        if (entry.Entry.Follows.Place != EntryPlace.None
            && store.Entry(line, side, entry.Entry.Follows.Place) is { } before
            && before.Link.Hash != entry.Entry.Follows.Hash)
            return Evidence(FreezeReason.BrokenChain, before.Link.Place, before.Link);
        foreach (var after in Progress.Select(one => place.Next with { Incarnation = one.Incarnation })
            .Where(next => next.Incarnation >= place.Incarnation))
        {
            if (store.Entry(line, side, after) is { } next && next.Follows.Place == place
                && next.Follows.Hash != entry.Hash)
                return Evidence(FreezeReason.BrokenChain, next.Link.Place, next.Link);
        }
        return Heads.FirstOrDefault(head => head.Place == place && head.Hash != entry.Hash) is { } told
            ? Evidence(FreezeReason.AnotherHead, place, told)
            : null;

        Freeze Evidence(FreezeReason reason, EntryPlace at, EntryLink kept) => new(reason, at, kept.Hash, entry.Bytes);
    }
}
