using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Mls.Codec;
using Coulisse.Mls.KeyPackages;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>What passes in the open before a room has a group: invitations, key packages, refusals.</summary>
internal sealed class OfferReading(DeskIdentity identity, RoomShelf rooms, Sending sending)
{
    /// <summary>The most rooms that the other side may ask for without an answer; more are not taken up.</summary>
    internal const int InvitationsMax = 64;

    /// <summary>Takes an offer or refuses it; none has to wait.</summary>
    internal bool IsDone(Side side, Envelope envelope, StepEffects effects)
    {
        if (side == identity.Side)
            return true;
        Offer offer;
        try
        {
            offer = WireValue.Decode<Offer>(envelope.Content.Span);
        }
        catch (DecodeException)
        {
            return effects.Alarm(DeskAlarm.BrokenRule, envelope.Room);
        }
        if (offer.To != identity.Id)
            return true;
        var room = rooms.Of(envelope.Room);
        if (offer.Kind == OfferKind.Declined)
            return Declined(room, offer, envelope.Room, effects);
        if (offer.Kind == OfferKind.Invitation && room is null && rooms.All.Count(IsUnanswered) < InvitationsMax)
            effects.Move(rooms.Begin(new(envelope.Room, RoomStatus.Invited, offer.From, null, side,
                side, AuthorHead.Start(identity.Id), 0, false, 0, 0, [])), RoomStatus.Invited);
        else if (offer.Kind == OfferKind.KeyPackage && room?.Record is { Status: RoomStatus.Proposed })
        {
            if (!IsOfCounterpart(room, offer.Body))
                return effects.Alarm(DeskAlarm.BrokenRule, room.Id);
            sending.Enqueue(new(OutboxKind.Opening, room.Id, Precedence.Routine, offer.Body, 0));
            effects.Move(room, RoomStatus.Opening);
        }
        return true;
    }

    // Only the asked desk's own signed word ends a room as declined.
    private bool Declined(Room? room, Offer offer, RoomId id, StepEffects effects)
    {
        if (room?.Record.Status is not (RoomStatus.Proposed or RoomStatus.Opening or RoomStatus.AwaitingConsent))
            return true;
        Decline decline;
        try
        {
            decline = WireValue.Decode<Decline>(offer.Body.Span);
        }
        catch (DecodeException)
        {
            return effects.Alarm(DeskAlarm.BrokenRule, id);
        }
        if (!decline.IsOf(room.Record.Counterpart, id, identity))
            return effects.Alarm(DeskAlarm.BrokenRule, id);
        sending.DropWaiting(id);
        effects.Move(room, RoomStatus.Declined);
        return true;
    }

    // Stations pass offers on in the open: what is in one is the asked desk's, or nobody's.
    private bool IsOfCounterpart(Room room, Opaque keyPackage)
    {
        try
        {
            var leaf = TlsCodec.Decode<KeyPackage>(keyPackage.Span).LeafNode;
            return room.Policy.Verified(leaf)?.Accreditation is { } desk
                && desk.Content.Subject.Id == room.Record.Counterpart
                && identity.Parties.SideOf(desk.By.Party) == identity.Side.Other();
        }
        catch (DecodeException)
        {
            return false;
        }
    }

    private static bool IsUnanswered(Room room) => room.Record.Status == RoomStatus.Invited;
}
