using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>
/// The log that this station writes. What is taken between two commits of the store becomes one entry, or a few: a new
/// one begins where the rank changes, so that what is urgent need not carry what is not, and the order stays.
/// </summary>
internal sealed class OwnLog
{
    private readonly IStationStore store;
    private readonly LineId line;
    private readonly Side side;
    private readonly List<Envelope> open = [];
    private readonly SortedSet<LeadingEntry> leading;
    private readonly Dictionary<uint, SequenceSet> dropped = []; // since the start; dropping twice does nothing
    private LeadRank openRank;
    private int openBytes;

    internal OwnLog(IStationStore store, LineId line, Side side, LineFacts facts)
    {
        (this.store, this.line, this.side) = (store, line, side);
        (Heads, Incarnation, Held) = (facts.OwnHeads, facts.OwnIncarnation, facts.OwnHeld);
        leading = [.. store.Leading(line, side)];
    }

    /// <summary>The last closed entry of each incarnation.</summary>
    internal WireList<EntryLink> Heads { get; private set; }

    /// <summary>The incarnation of what is written next; 0: that of what was written last.</summary>
    internal uint Incarnation { get; private set; }

    /// <summary>How much of it is here with its body: until the other side and every own desk have read it.</summary>
    internal HeldAmount Held { get; private set; }

    internal EntryLink Head => Heads is [.., var last] ? last : EntryLink.Start;

    /// <summary>How many entries an earlier incarnation and this one have, whichever were continued.</summary>
    internal ulong Length => Head.Place.Sequence;

    /// <summary>Entries above the usual rank whose body is still here.</summary>
    internal IReadOnlyCollection<LeadingEntry> Leading => leading;

    /// <summary>Whether an entry is in it, with its body or without.</summary>
    internal bool Has(EntryPlace place) => Heads.Spans().Any(span => span.Head.Place.Incarnation == place.Incarnation
        && place.Sequence >= span.First && place.Sequence <= span.Head.Place.Sequence);

    /// <summary>Appends these together; tells where the first of them will be found.</summary>
    internal (EntryPlace Place, ushort Index) Append(IReadOnlyList<Envelope> envelopes, LeadRank rank)
    {
        var bytes = envelopes.Sum(envelope => envelope.Bytes);
        if (open.Count > 0 && (rank != openRank || open.Count + envelopes.Count > LineLimits.EntryEnvelopesMax
            || openBytes + bytes > LineLimits.EntryBytesMax))
            Close();
        (openRank, openBytes) = (rank, openBytes + bytes);
        var index = (ushort)open.Count;
        open.AddRange(envelopes);
        return (NextPlace, index);
    }

    /// <summary>Writes what is open as an entry; tells whether there was any.</summary>
    internal bool Close()
    {
        if (open.Count == 0)
            return false;
        var bytes = WireValue.Encode(new Entry(line, side, NextPlace, Head, WireList.From(open)));
        var link = new EntryLink(NextPlace, Entry.HashOf(bytes));
        store.AddEntry(line, side, new(link, Head, openRank, bytes.Length, bytes));
        Held = Held.With(bytes.Length);
        if (openRank > LeadRank.Usual)
            leading.Add(new(openRank, link.Place));
        Heads = WireList.From(Heads.Where(head => head.Place.Incarnation != link.Place.Incarnation).Append(link));
        open.Clear();
        openBytes = 0;
        return true;
    }

    /// <summary>What is written next is of an incarnation that neither this log nor the other side has seen. False:
    /// a standing has no room for one more, or there is no number for it.</summary>
    /// <param name="known">Those that others have seen.</param>
    internal bool TryOpenIncarnation(IEnumerable<uint> known)
    {
        var highest = known.Append(Head.Place.Incarnation).Append(Incarnation).Max();
        if (Heads.Count >= LineLimits.IncarnationsMax || highest == uint.MaxValue)
            return false;
        Incarnation = highest + 1;
        return true;
    }

    /// <summary>An entry that this station wrote, and lost, is in its place again, after the one it follows.</summary>
    internal void PutBack(EntryLink link, EntryLink follows, Opaque bytes, LeadRank rank)
    {
        store.AddEntry(line, side, new(link, follows, rank, bytes.Length, bytes));
        Held = Held.With(bytes.Length);
        if (rank > LeadRank.Usual)
            leading.Add(new(rank, link.Place));
        var before = Heads.Where(head => head.Place < follows.Place && head.Place.Incarnation
            < follows.Place.Incarnation).Append(follows).Where(head => head.Place != EntryPlace.None
            && head.Place.Incarnation < link.Place.Incarnation);
        Heads = WireList.From(before.Append(link));
    }

    /// <summary>Goes on from a later entry; those before it were read by everybody, and are nowhere any more.</summary>
    /// <param name="link">That entry.</param>
    /// <param name="ends">The last entries of incarnations between.</param>
    internal void PassTo(EntryLink link, IEnumerable<EntryLink> ends)
    {
        var between = ends.Where(end => end.Place.Incarnation >= Head.Place.Incarnation
            && end.Place.Incarnation < link.Place.Incarnation);
        Heads = WireList.From(Heads.Concat(between).GroupBy(head => head.Place.Incarnation)
            .Where(group => group.Key < link.Place.Incarnation).OrderBy(group => group.Key)
            .Select(group => group.MaxBy(head => head.Place.Sequence)!).Append(link));
    }

    /// <summary>What the other station would not hold is not taken from a desk either, nor what this one's disk is not
    /// for: the desk keeps it, and says so.</summary>
    /// <param name="envelopes">What is to be taken.</param>
    /// <param name="unneeded">How many entries need not be held any more.</param>
    /// <param name="window">How many entries the other side holds.</param>
    /// <param name="bytesMax">How many bytes this station keeps of its own log.</param>
    internal bool HasRoomFor(IReadOnlyList<Envelope> envelopes, ulong unneeded, LineWindow window,
        ulong bytesMax)
    {
        var waiting = Length > unneeded ? Length - unneeded : 0;
        var here = window with { BytesMax = Math.Min(window.BytesMax, bytesMax) };
        return here.Admits(waiting, Held.Bytes + (ulong)openBytes, envelopes.Sum(envelope => envelope.Bytes),
            Rank.PrecedenceOf(envelopes));
    }

    /// <summary>Drops the bodies that nobody needs any more.</summary>
    internal void Drop(uint incarnation, SequenceSet unneeded)
    {
        var before = dropped.GetValueOrDefault(incarnation) ?? SequenceSet.Empty;
        foreach (var range in unneeded.Ranges.SelectMany(range => before.MissingBetween(range.First, range.Last)))
        {
            Held = Held.Without(store.DropBodies(line, side, incarnation, range));
            leading.RemoveWhere(one => range.Holds(one.Place, incarnation));
        }
        dropped[incarnation] = before.Union(unneeded);
    }

    internal LineFacts Into(LineFacts facts) =>
        facts with { OwnHeads = Heads, OwnIncarnation = Incarnation, OwnHeld = Held };

    private EntryPlace NextPlace =>
        new(Math.Max(Math.Max(Head.Place.Incarnation, Incarnation), 1), Head.Place.Sequence + 1);
}
