using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Outbox;

/// <summary>What this desk says in a room: numbered, chained, in the transcript, and waiting to be sealed.</summary>
internal sealed class Speaking(DeskIdentity identity, IVault vault, Sending sending)
{
    /// <summary>Says words, or an act; it is in the transcript when this returns.</summary>
    internal void Say(Room room, RoomMessageKind kind, Opaque body, Precedence precedence, StepEffects effects)
    {
        var message = Next(room, kind, body, effects.Now);
        var order = room.Record.Shown + 1;
        room.Save(room.Record with { Shown = order, SinceOwnCommit = room.Record.SinceOwnCommit + 1 });
        vault.Write(VaultTable.Transcript, VaultRecords.Join(room.Id.Value, VaultRecords.Ordered(order)),
            Heard.Own(identity.Id, message,
                kind is RoomMessageKind.Intent or RoomMessageKind.Answer
                    ? ActReading.ActOf(identity.Id, message) : null,
                effects.Now));
        sending.Items.Add(new(OutboxKind.Message, room.Id, precedence, WireValue.Encode(message), order));
        effects.Add(new DeskEffect.Shown(room.Id, order));
    }

    /// <summary>Tells who was let in what this desk sees of the room; no part of the transcript.</summary>
    internal void Witness(Room room, DateTimeOffset now) =>
        Unseen(room, RoomMessageKind.SameRoom, WireValue.Encode(SameRoom.Of(room.Group!)), now);

    /// <summary>A message that waited here has come back to its author: it has no number any more.</summary>
    internal void CameBack(Room room, ulong order, StepEffects effects)
    {
        var key = VaultRecords.Join(room.Id.Value, VaultRecords.Ordered(order));
        var heard = vault.Read<Heard>(VaultTable.Transcript, key)!;
        vault.Write(VaultTable.Transcript, key, heard.At(Rung.CameBack, effects.Now));
        effects.Add(new DeskEffect.Climbed(room.Id, order, Rung.CameBack));
    }

    /// <summary>Says what only machines read; no part of the transcript.</summary>
    internal void Unseen(Room room, RoomMessageKind kind, Opaque seen, DateTimeOffset now)
    {
        var message = Next(room, kind, seen, now);
        room.Save(room.Record with { Members = room.Record.Members.WithUnseen(identity.Id, message) });
        sending.Items.Add(new(OutboxKind.Message, room.Id, Precedence.Routine, WireValue.Encode(message), 0));
    }

    private static RoomMessage Next(Room room, RoomMessageKind kind, Opaque body, DateTimeOffset now)
    {
        var (own, named) = (room.Record.Own, Naming.Next(room.Record));
        var at = (ulong)Math.Max(0, now.ToUnixTimeMilliseconds());
        var message = new RoomMessage(kind, own.Number + 1, own.Hash, at, room.OwnHead, named, body);
        room.Save(room.Record with
        {
            Own = own with { Number = message.Number, Hash = message.Hash() },
            Authors = Naming.Told(room.Record, named),
        });
        return message;
    }
}
