using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Matters;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.LineCharters;

/// <summary>
/// The charters of a line that both sides have signed, and which of them holds: the one with the highest number,
/// whatever the order in which they came. It is agreed in one room; every desk that holds it tells it, signatures and
/// all, in each of its rooms where somebody may not know it, so that all come to hold the same.
/// </summary>
/// <remarks><code>
/// room 1: proposed, agreed ──> the book of each desk there ──> told in rooms 2, 3 … ──> the book of each desk there
/// </code></remarks>
internal sealed class LineCharterBook(DeskIdentity identity, IVault vault, RoomTalks talks, RoomRules rules)
{
    private readonly Dictionary<Wire.Rooms.RoomId, CharterTold> told = [];
    private ImmutableArray<AgreedCharter>? all;

    /// <summary>All that both have signed, the highest number first; of one number the lesser hash.</summary>
    internal ImmutableArray<AgreedCharter> All => all ??=
    [
        .. vault.Keys(VaultTable.LineCharters, Opaque.Empty)
            .Select(key => vault.Read<AgreedCharter>(VaultTable.LineCharters, key)!)
            .OrderByDescending(one => one.Charter.Number).ThenBy(one => one.Charter.Hash().ToString(),
                StringComparer.Ordinal),
    ];

    /// <summary>The one that holds; null if none was agreed.</summary>
    internal AgreedCharter? InForce => All.IsEmpty ? null : All.Aggregate((held, next) =>
        rules.IsLater(next.Charter.Number, held.Charter.Number) ? next : held);

    /// <summary>In which fields these terms of a room let more than the line's.</summary>
    internal ImmutableArray<CharterField> Wider(Charter room) => identity.IsHome ? []
        : LineBounds.Wider(InForce?.Charter.Terms.Terms, room);

    /// <summary>Takes one up; false if it is not of both sides.</summary>
    internal bool Take(AgreedCharter agreed, StepEffects effects)
    {
        if (identity.IsHome || !agreed.IsSignedFor(identity))
            return false;
        if (All.Any(one => one.Charter == agreed.Charter))
            return true;
        if (All.Any(one => one.Charter.Number == agreed.Charter.Number))
            effects.Alarm(DeskAlarm.TwoLineCharters, default);
        vault.Write(VaultTable.LineCharters, VaultRecords.Join(VaultRecords.Ordered(agreed.Charter.Number),
            agreed.Charter.Hash()), agreed);
        all = null;
        return true;
    }

    /// <summary>Somebody in a room has told one; false if it is none.</summary>
    internal bool Heard(Room room, Opaque body, ulong epoch, StepEffects effects)
    {
        if (Read(body) is not { } agreed || !Take(agreed, effects))
            return false;
        Known(room, agreed.Charter.Number, epoch);
        effects.Add(new DeskEffect.RoomMoved(room.Id, room.Record.Status));
        return true;
    }

    /// <summary>Somebody has spoken of the terms of the line in a room: takes up what was agreed there.</summary>
    internal void Look(Room room, ulong epoch, StepEffects effects)
    {
        if (identity.IsHome)
            return;
        foreach (var view in talks.Of(room.Id).LineCharters.Where(one => one.Stage == Stage.Agreed))
            if (AgreedCharter.Of(view) is { } agreed && Take(agreed, effects))
                Known(room, agreed.Charter.Number, epoch);
    }

    /// <summary>Tells what holds in each room where somebody may not know it.</summary>
    internal void Tell(IEnumerable<Room> rooms, Speaking speaking, DateTimeOffset now)
    {
        if (InForce is not { } agreed)
            return;
        foreach (var room in rooms.Where(one => one.Record.Status == RoomStatus.Open && one.Group is not null))
        {
            var (known, change) = (ToldIn(room), room.Record.Members.LastChange);
            if (known.Change == change && known.Number >= agreed.Charter.Number)
                continue;
            speaking.Unseen(room, RoomMessageKind.LineCharter, WireValue.Encode(agreed), now);
            Keep(room, new(agreed.Charter.Number, change));
        }
    }

    // Said before somebody came in, it was not said to them.
    private void Known(Room room, ulong number, ulong epoch)
    {
        var (known, change) = (ToldIn(room), room.Record.Members.LastChange);
        if (epoch >= change && (known.Change != change || known.Number < number))
            Keep(room, new(number, change));
    }

    private CharterTold ToldIn(Room room) => told.TryGetValue(room.Id, out var known) ? known
        : told[room.Id] = vault.Read<CharterTold>(VaultTable.ChartersTold, room.Id.Value) ?? new(0, 0);

    private void Keep(Room room, CharterTold known) =>
        vault.Write(VaultTable.ChartersTold, room.Id.Value, told[room.Id] = known);

    private static AgreedCharter? Read(Opaque body)
    {
        try
        {
            return WireValue.Decode<AgreedCharter>(body.Span);
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    /// <summary>How far a room was told.</summary>
    /// <param name="Number">Of the charter.</param>
    /// <param name="Change">Since which change of members.</param>
    private sealed record CharterTold(ulong Number, ulong Change) : IWireValue<CharterTold>
    {
        public static CharterTold Read(ref TlsReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64());

        public void Write(TlsWriter writer)
        {
            writer.WriteUInt64(Number);
            writer.WriteUInt64(Change);
        }
    }
}
