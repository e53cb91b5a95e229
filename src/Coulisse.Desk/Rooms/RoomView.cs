using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>What a desk knows of one of its rooms, for a screen.</summary>
/// <param name="Id">Which.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Counterpart">The other side's desk that was asked in, or that asks.</param>
/// <param name="Charter">Its terms, once they are known.</param>
/// <param name="Turn">The side that may change keys and members.</param>
/// <param name="Epoch">How often they have changed; null before there is a group.</param>
/// <param name="Tag">What all members of this epoch have in common and nobody else; for comparing by voice.</param>
/// <param name="Members">Who is in it, each by what its party's seal says.</param>
/// <param name="Shown">How many messages the transcript has.</param>
/// <param name="Waiting">How many things of it wait to reach our station.</param>
public sealed record RoomView(RoomId Id, RoomStatus Status, Opaque Counterpart, RoomCharter? Charter, Side Turn,
    ulong? Epoch, Opaque? Tag, IReadOnlyList<Sealed<Accreditation>> Members, ulong Shown, int Waiting)
{
    internal static RoomView Of(Room room, Sending sending) => new(room.Id, room.Record.Status, room.Record.Counterpart,
        room.Record.Charter, room.Record.Turn, room.Group?.View.Epoch.Value,
        room.Group is { } group ? EpochTag.Of(group) : null,
        room.Group is null ? [] : [.. room.Group.View.Members.Select(member => room.Policy.Verified(member.Leaf))
            .Where(leaf => leaf is not null).Select(leaf => leaf!.Accreditation)],
        room.Record.Shown, sending.WaitingIn(room.Id));
}
