using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Inbox;

/// <summary>What a desk keeps of its line beside its rooms, and keeps in step with the vault.</summary>
internal sealed class DeskState
{
    private static readonly Opaque FactsKey = Opaque.CopyOf("facts"u8);

    private readonly IVault vault;
    private readonly Dictionary<Side, Prefix> prefixes = [];

    internal DeskState(IVault vault)
    {
        this.vault = vault;
        Facts = vault.Read<DeskFacts>(VaultTable.Desk, FactsKey) ?? DeskFacts.Empty;
        foreach (var side in (Side[])[Side.A, Side.B])
            prefixes[side] = vault.Read<Prefix>(VaultTable.Desk, KeyOf(side)) ?? Prefix.StartOf(side);
    }

    internal DeskFacts Facts { get; private set; }

    internal Prefix PrefixOf(Side side) => prefixes[side];

    internal void Keep(DeskFacts facts)
    {
        Facts = facts;
        vault.Write(VaultTable.Desk, FactsKey, facts);
    }

    internal bool HasProcessed(Side side, EntryPlace place) => SetOf(side, place.Incarnation).Contains(place.Sequence);

    /// <summary>Whether an entry leaves no more ranges than can be kept and reported: if not, it waits until others are
    /// filled, which the next one of a log always does.</summary>
    internal bool HasRoomFor(Entry entry) => SetOf(entry.Side, entry.Place.Incarnation)
        .With(entry.Place.Sequence).Ranges.Count <= LineLimits.RangesMax;

    internal void Processed(Entry entry, Func<RoomId, bool> isHere)
    {
        var done = new LogReport(entry.Side, entry.Place.Incarnation,
            SetOf(entry.Side, entry.Place.Incarnation).With(entry.Place.Sequence));
        var others = Facts.Processed.Where(one => (one.Side, one.Incarnation) != (done.Side, done.Incarnation));
        Keep(Facts with { Processed = WireList.From(others.Append(done)) });
        prefixes[entry.Side] = prefixes[entry.Side].With(entry, isHere);
        vault.Write(VaultTable.Desk, KeyOf(entry.Side), prefixes[entry.Side]);
    }

    /// <summary>Goes on where another, newer state of this desk was, as its station remembers it. What that one has
    /// read is not given again; what was read here meanwhile stays read.</summary>
    internal void GoOnFrom(DeskStanding standing)
    {
        Keep(Facts with { Number = standing.Number, Last = standing.Last, Processed = Joined(standing.Processed) });
        foreach (var side in (Side[])[Side.A, Side.B])
        {
            var highest = standing.Processed.Where(one => one.Side == side && one.Processed.Highest > 0)
                .Select(one => new EntryPlace(one.Incarnation, one.Processed.Highest)).DefaultIfEmpty().Max();
            prefixes[side] = prefixes[side].From(highest);
            vault.Write(VaultTable.Desk, KeyOf(side), prefixes[side]);
        }
    }

    // Where both do not fit, what the station knows does: all else is given again, and was of rooms that are given up.
    private WireList<LogReport> Joined(WireList<LogReport> told) => WireList.From(told.Concat(Facts.Processed)
        .GroupBy(one => (one.Side, one.Incarnation))
        .Select(one => (First: one.First(), All: one.Aggregate(SequenceSet.Empty,
            (all, report) => all.Union(report.Processed))))
        .Select(one => one.All.Ranges.Count <= LineLimits.RangesMax
            ? one.First with { Processed = one.All } : one.First));

    private SequenceSet SetOf(Side side, uint incarnation) => Facts.Processed
        .FirstOrDefault(one => one.Side == side && one.Incarnation == incarnation)?.Processed ?? SequenceSet.Empty;

    private static Opaque KeyOf(Side side) => Opaque.CopyOf(side == Side.A ? "prefix a"u8 : "prefix b"u8);
}
