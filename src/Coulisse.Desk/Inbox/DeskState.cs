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

    internal void Processed(Entry entry, Opaque hash, Func<RoomId, bool> isHere)
    {
        var done = new LogReport(entry.Side, entry.Place.Incarnation,
            SetOf(entry.Side, entry.Place.Incarnation).With(entry.Place.Sequence));
        var others = Facts.Processed.Where(one => (one.Side, one.Incarnation) != (done.Side, done.Incarnation));
        Keep(Facts with { Processed = WireList.From(others.Append(done)) });
        prefixes[entry.Side] = prefixes[entry.Side].With(entry, hash, isHere);
        vault.Write(VaultTable.Desk, KeyOf(entry.Side), prefixes[entry.Side]);
    }

    /// <summary>Goes on where another, newer state of this desk was, as its station remembers it.</summary>
    internal void GoOnFrom(DeskStanding standing, Side own)
    {
        Keep(Facts with { Number = standing.Number, Last = standing.Last, Processed = standing.Processed });
        foreach (var side in (Side[])[Side.A, Side.B])
        {
            prefixes[side] = prefixes[side].From(side == own ? standing.Own : standing.Other);
            vault.Write(VaultTable.Desk, KeyOf(side), prefixes[side]);
        }
    }

    private SequenceSet SetOf(Side side, uint incarnation) => Facts.Processed
        .FirstOrDefault(one => one.Side == side && one.Incarnation == incarnation)?.Processed ?? SequenceSet.Empty;

    private static Opaque KeyOf(Side side) => Opaque.CopyOf(side == Side.A ? "prefix a"u8 : "prefix b"u8);
}
