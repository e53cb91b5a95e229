using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Outbox;

/// <summary>
/// How far one's own messages have come: at our station by its verdict, further by what the other station's standing
/// says of our log, as our station tells it. A rung is never taken back.
/// </summary>
internal sealed class Receipts
{
    private readonly IVault vault;
    private readonly bool isHome;
    private readonly SortedDictionary<string, (Opaque Key, OnItsWay Where)> pending = new(StringComparer.Ordinal);

    internal Receipts(DeskIdentity identity, IVault vault)
    {
        (this.vault, isHome) = (vault, identity.IsHome);
        foreach (var key in vault.Keys(VaultTable.Receipts, Opaque.Empty))
            pending.Add(key.ToString(), (key, vault.Read<OnItsWay>(VaultTable.Receipts, key)!));
    }

    /// <summary>Our station took it, at this place of our log.</summary>
    internal void AtOurStation(RoomId room, ulong order, ulong epoch, EntryPlace place, StepEffects effects)
    {
        var key = VaultRecords.Join(room.Value, VaultRecords.Ordered(order));
        if (vault.Read<Heard>(VaultTable.Transcript, key) is { } heard && heard.Epoch != epoch)
            vault.Write(VaultTable.Transcript, key, heard.SaidIn(epoch));
        Climb(key, new(room, place), Rung.AtOurStation, effects);
    }

    /// <summary>What the other side has, so far as our station was told.</summary>
    internal void Take(LineNews news, StepEffects effects)
    {
        foreach (var (key, where) in pending.Values.ToList())
        {
            var progress = news.OtherHas.FirstOrDefault(one => one.Incarnation == where.Place.Incarnation);
            if (progress is null)
                continue;
            if (!isHome && progress.Stored.Contains(where.Place.Sequence)) // at home there is no other station
                Climb(key, where, Rung.AtTheirStation, effects);
            if (progress.Processed.Contains(where.Place.Sequence))
                Climb(key, where, Rung.OnTheirDesk, effects);
        }
        if (news.GivenUp.Count > 0)
            Lost(place => Holds(news.GivenUp, place) && !news.OtherHas.Any(one =>
                one.Incarnation == place.Incarnation && one.Stored.Contains(place.Sequence)), effects);
    }

    /// <summary>A restored station wrote what stood at a place once more, elsewhere.</summary>
    internal void Moved(EntryPlace from, EntryPlace to)
    {
        foreach (var (key, where) in pending.Values.Where(one => one.Where.Place == from).ToList())
        {
            pending[key.ToString()] = (key, where with { Place = to });
            vault.Write(VaultTable.Receipts, key, where with { Place = to });
        }
    }

    /// <summary>What stood at such places is lost with our station's file; should it have left before, it climbs
    /// on.</summary>
    internal void Lost(Func<EntryPlace, bool> isLost, StepEffects effects)
    {
        foreach (var (key, where) in pending.Values.Where(one => isLost(one.Where.Place)).ToList())
            Climb(key, where, Rung.Lost, effects);
    }

    private static bool Holds(IEnumerable<LogReport> reports, EntryPlace place) => reports.Any(one =>
        one.Incarnation == place.Incarnation && one.Processed.Contains(place.Sequence));

    private void Climb(Opaque key, OnItsWay where, Rung rung, StepEffects effects)
    {
        if (vault.Read<Heard>(VaultTable.Transcript, key) is not { } heard || heard.Rung == rung)
            return;
        if (rung > heard.Rung || heard.Rung == Rung.Lost)
        {
            vault.Write(VaultTable.Transcript, key, heard.At(rung, effects.Now));
            effects.Add(new DeskEffect.Climbed(where.Room, VaultRecords.Number(key), rung));
        }
        if (rung == Rung.OnTheirDesk)
        {
            pending.Remove(key.ToString());
            vault.Remove(VaultTable.Receipts, key);
        }
        else if (rung == Rung.AtOurStation)
        {
            pending[key.ToString()] = (key, where);
            vault.Write(VaultTable.Receipts, key, where);
        }
    }

    /// <summary>Where a message of one's own stands in the own log.</summary>
    private sealed record OnItsWay(RoomId Room, EntryPlace Place) : IWireValue<OnItsWay>
    {
        public static OnItsWay Read(ref TlsReader reader) =>
            new(new(reader.ReadOpaque(RoomId.BytesMax)), EntryPlace.Read(ref reader));

        public void Write(TlsWriter writer)
        {
            writer.WriteVector(Room.Value);
            Place.Write(writer);
        }
    }
}
