using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Mls.Codec;
using Coulisse.Mls.KeyPackages;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>What passes in the open before a desk is in a room: invitations, key packages, refusals.</summary>
internal sealed class OfferReading(DeskIdentity identity, RoomShelf rooms, Sending sending)
{
    /// <summary>The most rooms that this desk is asked into without an answer; more are not taken up.</summary>
    internal const int InvitationsMax = 64;

    /// <summary>Takes an offer or refuses it; none has to wait.</summary>
    internal bool IsDone(Side side, Envelope envelope, StepEffects effects)
    {
        Offer offer;
        try
        {
            offer = WireValue.Decode<Offer>(envelope.Content.Span);
        }
        catch (DecodeException)
        {
            return side == identity.Side || effects.Alarm(DeskAlarm.BrokenRule, envelope.Room);
        }
        if (offer.To != identity.Id || offer.From == identity.Id)
            return true;
        var room = rooms.Of(envelope.Room);
        if (envelope.Room.Value.Length != RoomId.DrawnBytes)
            return effects.Alarm(DeskAlarm.BrokenRule, envelope.Room);
        if (room is null && IsElsewhere(offer.Kind, envelope.Room))
            return effects.Alarm(DeskAlarm.RoomElsewhere, envelope.Room);
        switch (offer.Kind)
        {
            case OfferKind.Invitation when side == identity.Opposite && room is null && HasRoom():
                Invited(side, offer, envelope.Room, effects);
                break;
            case OfferKind.Admission:
                Admitted(room, side, offer, envelope.Room, effects);
                break;
            case OfferKind.Withdrawn when room?.Record is
            {
                Members.IsAdmission: true,
                Status: RoomStatus.Invited or RoomStatus.Offered
            } asked && asked.Turn == side && asked.Counterpart == offer.From: // by the side that asked, and no other
                effects.Move(room, RoomStatus.Withdrawn);
                break;
            case OfferKind.KeyPackage when room is not null:
                return Given(room, side, offer, effects);
            case OfferKind.Declined when room is not null:
                return Declined(room, side, offer, effects);
        }
        return true;
    }

    private void Invited(Side side, Offer offer, RoomId room, StepEffects effects) =>
        effects.Move(rooms.Begin(Asked(room, offer.From, side, Membership.Start) with
        {
            Follows = WireList.From(offer.Follows.Select(one => one.Told(side))),
        }), RoomStatus.Invited);

    private bool IsElsewhere(OfferKind kind, RoomId room) =>
        kind is OfferKind.Invitation or OfferKind.Admission && rooms.IsElsewhere(room);

    // Into a room that is there, perhaps once more; never into one that was frozen, and never over an answer that is on
    // its way: whoever asks again has said before that it was not needed.
    private void Admitted(Room? room, Side side, Offer offer, RoomId id, StepEffects effects)
    {
        if (offer.Body.Length != sizeof(ulong) || !HasRoom() || room?.Record.Status
            is not (null or RoomStatus.Left or RoomStatus.DeclinedByUs or RoomStatus.Withdrawn or RoomStatus.SetBack))
            return;
        // Whoever asks has one commit to make before the one that lets us in.
        var epoch = BinaryPrimitives.ReadUInt64BigEndian(offer.Body.Span);
        var members = Membership.Start with { IsAdmission = true, Floor = epoch == ulong.MaxValue ? epoch : epoch + 1 };
        var asked = Asked(id, offer.From, side, members);
        if (room is not null)
        {
            asked = asked with { Own = room.Record.Own, Shown = room.Record.Shown };
            room.Reentry.Request = null;
        }
        effects.Move(rooms.BeginAgain(asked), RoomStatus.Invited);
    }

    private bool Given(Room room, Side side, Offer offer, StepEffects effects)
    {
        if (room.Record.Status == RoomStatus.Proposed)
        {
            if (side != identity.Opposite || !IsOfCounterpart(room, offer.Body)
                || !offer.Follows.Select(one => one.Room).SequenceEqual(room.Record.Follows.Select(one => one.Room)))
                return effects.Alarm(DeskAlarm.BrokenRule, room.Id);
            room.Save(room.Record with
            {
                Follows = WireList.From(room.Record.Follows.Select(one => one.With(offer.Follows[0].Of(side)))),
            });
            sending.Items.Add(new(OutboxKind.Opening, room.Id, Precedence.Routine, offer.Body, 0));
            effects.Move(room, RoomStatus.Opening);
            return true;
        }
        if (AskedFor(room, offer.From) is not { } intent)
            return true;
        if (LeafOf(offer.Body) is not { } leaf || !room.Policy.Members.IsWhom(leaf, intent))
            return effects.Alarm(DeskAlarm.BrokenRule, room.Id);
        if (IsProposable(room, intent, offer.Body, effects.Now))
            Admissions.Given(room, intent, offer.Body);
        else
            sending.Admissions.Say(room, intent, IntentAnswerKind.Failed, effects);
        return true;
    }

    // Tried once before it is kept, and thrown away: else one that MLS refuses would be tried in every epoch of ours.
    private static bool IsProposable(Room room, RoomIntent intent, Opaque keyPackage, DateTimeOffset now)
    {
        var binding = new RoomBinding.OfProposal(room.Policy.Tag, intent.Id);
        if (room.Group!.Propose(MemberPlan.ProposalOf(intent with { Package = keyPackage }, room.Group.View), new()
        {
            Now = now,
            AuthenticatedData = WireValue.Encode<RoomBinding>(binding),
        }) is not Mls.Group.SendResult.Made made)
            return false;
        made.Next.Dispose();
        return true;
    }

    // Only the asked desk's own signed word is a refusal: of the room, or of coming into it.
    private bool Declined(Room room, Side side, Offer offer, StepEffects effects)
    {
        var intent = AskedFor(room, offer.From);
        var isOpening = room.Record.Status is RoomStatus.Proposed or RoomStatus.Opening or RoomStatus.AwaitingConsent;
        if (!isOpening && intent is null)
            return true;
        Decline decline;
        try
        {
            decline = WireValue.Decode<Decline>(offer.Body.Span);
        }
        catch (DecodeException)
        {
            return effects.Alarm(DeskAlarm.BrokenRule, room.Id);
        }
        var desk = isOpening ? room.Record.Counterpart : intent!.Whom!.Id;
        if (!decline.IsOf(desk, isOpening ? identity.Opposite : side, room.Id, identity))
            return effects.Alarm(DeskAlarm.BrokenRule, room.Id);
        if (!isOpening)
        {
            sending.Admissions.Say(room, intent!, IntentAnswerKind.Withdrawn, effects);
            return true;
        }
        sending.DropWaiting(room.Id);
        effects.Move(room, RoomStatus.Declined);
        return true;
    }

    // The own intent that both sides want, and for which this desk was asked.
    private RoomIntent? AskedFor(Room room, Opaque desk) => room.Record.Status != RoomStatus.Open ? null
        : room.Record.Members.Intents.LastOrDefault(one => room.Policy.Members.MayCarryOut(one)
            && one.Author == identity.Id && one.Whom == new Subject(SubjectKind.Desk, desk));

    // Stations pass offers on in the open: what is in one is the asked desk's, or nobody's.
    private bool IsOfCounterpart(Room room, Opaque keyPackage) => LeafOf(keyPackage) is { } leaf
        && room.Policy.Verified(leaf)?.Accreditation is { } desk
        && desk.Content.Subject.Id == room.Record.Counterpart
        && identity.Parties.SideOf(desk.By.Party) == identity.Opposite;

    private static Mls.Tree.LeafNode? LeafOf(Opaque keyPackage)
    {
        try
        {
            return TlsCodec.Decode<KeyPackage>(keyPackage.Span).LeafNode;
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    private RoomRecord Asked(RoomId room, Opaque by, Side side, Membership members) =>
        RoomRecord.Start(room, RoomStatus.Invited, by, charter: null, side, identity.Id, members);

    private bool HasRoom() => rooms.All.Count(room => room.Record.Status == RoomStatus.Invited) < InvitationsMax;
}
