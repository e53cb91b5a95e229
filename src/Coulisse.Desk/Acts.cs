using System.Diagnostics;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Talks.Contents;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk;

/// <summary>What people do at a desk. Everything here is asked of a person; nothing of it happens by itself.</summary>
internal sealed class Acts(DeskIdentity identity, RoomShelf rooms, Sending sending, RoomTalks talks,
    Drafts drafts, HeldWords held)
{
    private readonly MemberActs members = new(identity, rooms, sending);

    internal void Take(DeskEvent act, StepEffects effects)
    {
        var refusal = act switch
        {
            DeskEvent.RoomProposed proposed => Propose(proposed, effects),
            DeskEvent.InvitationAccepted accepted => Accept(accepted.Room, effects),
            DeskEvent.Declined declined => Decline(declined.Room, effects),
            DeskEvent.Consented consented => Consent(consented.Room),
            DeskEvent.Said said => Say(said, effects),
            DeskEvent.ActSaid said => Do(said, effects),
            DeskEvent.MemberAct about => members.Take(about, effects),
            _ => throw new UnreachableException(),
        };
        if (refusal is { } why)
            effects.Add(new DeskEffect.Refused(why));
    }

    /// <summary>Why a room would not be asked for; null if it would.</summary>
    internal DeskRefusal? RefusalOf(DeskEvent.RoomProposed act)
    {
        if (rooms.Of(act.Room) is not null)
            return DeskRefusal.RoomExists;
        if (act.Room.Value.Length != RoomId.DrawnBytes)
            return DeskRefusal.TooLong;
        if (!act.Charter.IsFit)
            return DeskRefusal.TermsNotFit;
        if (!sending.Charters.Wider(act.Charter.Terms).IsEmpty)
            return DeskRefusal.WiderThanLine;
        if (identity.IsHome && !MandateRights.Usual.MayConsent.Contains(identity.Accreditation.Content.Mandate))
            return DeskRefusal.MandateTooNarrow;
        return act.Follows is { } given ? identity.IsHome ? DeskRefusal.NotAtHome : Refuses(given) : null;
    }

    /// <summary>Why words would not be said; null if they would.</summary>
    internal DeskRefusal? RefusalOf(DeskEvent.Said act) => rooms.Of(act.Room) switch
    {
        null => DeskRefusal.NoSuchRoom,
        { Record.Status: not RoomStatus.Open } => DeskRefusal.NotNow,
        _ when act.Text.Length == 0 => DeskRefusal.Empty,
        _ when Encoding.UTF8.GetByteCount(act.Text) > RoomMessage.TextBytesMax => DeskRefusal.TooLong,
        _ => null,
    };

    private DeskRefusal? Propose(DeskEvent.RoomProposed act, StepEffects effects)
    {
        if (RefusalOf(act) is { } why)
            return why;
        var start = RoomRecord.Start(act.Room, RoomStatus.Proposed, act.Counterpart, act.Charter, identity.Side,
            identity.Id, Membership.Start);
        rooms.Begin(act.Follows is not { } before ? start
            : start with { Follows = [new(before.Room, [rooms.Of(before.Room)!.Claim!], before.Why)] });
        Offer(OfferKind.Invitation, act.Room, act.Counterpart, Opaque.Empty);
        effects.Add(new DeskEffect.RoomMoved(act.Room, RoomStatus.Proposed));
        return null;
    }

    private DeskRefusal? Refuses(GivenUpRoom given)
    {
        if (Encoding.UTF8.GetByteCount(given.Why) > RoomPredecessor.WhyBytesMax)
            return DeskRefusal.TooLong;
        if (rooms.Of(given.Room) is not { } room)
            return DeskRefusal.NoSuchRoom;
        return room.Claim is null ? DeskRefusal.NotNow : null;
    }

    private DeskRefusal? Accept(RoomId id, StepEffects effects)
    {
        if (rooms.Of(id) is not { } room)
            return DeskRefusal.NoSuchRoom;
        if (room.Record.Status != RoomStatus.Invited)
            return DeskRefusal.NotNow;
        room.Save(room.Record with
        {
            Status = RoomStatus.Offered,
            Follows = WireList.From(room.Record.Follows.Select(one => one.With(ClaimFor(room, one.Room)))),
        });
        Offer(OfferKind.KeyPackage, id, room.Record.Counterpart, room.Reentry.Give(effects.Now));
        effects.Add(new DeskEffect.RoomMoved(id, RoomStatus.Offered));
        return null;
    }

    // Told to nobody but who was in it.
    private RoomClaim? ClaimFor(Room asking, RoomId before) => rooms.Of(before) is { } given
        && given.Desks().Select(desk => desk.Content.Subject.Id)
            .Concat(given.Record.Authors.Select(author => author.Desk)).Append(given.Record.Counterpart)
            .Contains(asking.Record.Counterpart) ? given.Claim : null;

    // A refusal is said, and signed: silence would look like a fault.
    private DeskRefusal? Decline(RoomId id, StepEffects effects)
    {
        if (rooms.Of(id) is not { } room)
            return DeskRefusal.NoSuchRoom;
        if ((room.Record.Members.IsAdmission && room.Record.Status == RoomStatus.Joined)
            || room.Record.Counterpart == identity.Id) // nobody has asked: see MemberActs.GiveUp
            return DeskRefusal.NotNow;
        if (room.Record.Status is not (RoomStatus.Invited or RoomStatus.Offered or RoomStatus.Joined
            or RoomStatus.AsksForConsent) || sending.Items.Has(OutboxKind.Consent, id))
            return DeskRefusal.NotNow;
        var to = room.Record.Counterpart;
        Offer(OfferKind.Declined, id, to, WireValue.Encode(Rooms.Decline.Sign(identity, id, to)));
        room.Save(room.Record with { Status = RoomStatus.DeclinedByUs });
        effects.Add(new DeskEffect.RoomMoved(id, RoomStatus.DeclinedByUs));
        return null;
    }

    // Rule 4: the other side's first commit is the act of a person whose mandate binds the party.
    private DeskRefusal? Consent(RoomId id)
    {
        if (rooms.Of(id) is not { } room)
            return DeskRefusal.NoSuchRoom;
        if (room.Record.Status != RoomStatus.AsksForConsent || sending.Items.Has(OutboxKind.Consent, id))
            return DeskRefusal.NotNow;
        if (MemberActs.MandateFaultOf(room, identity) is { } fault)
            return fault;
        if (room.Record.Charter is { } charter && !sending.Charters.Wider(charter.Terms).IsEmpty)
            return DeskRefusal.WiderThanLine;
        sending.Items.Add(new(OutboxKind.Consent, id, Precedence.Routine, Opaque.Empty, 0));
        return null;
    }

    private DeskRefusal? Say(DeskEvent.Said act, StepEffects effects)
    {
        if (RefusalOf(act) is { } why)
            return why;
        if (act.IsHeld && held.In(act.Room)?.Text != act.Text)
            return DeskRefusal.NotHeld;
        sending.Speaking.Say(rooms.Of(act.Room)!, RoomMessageKind.Text,
            Opaque.CopyOf(Encoding.UTF8.GetBytes(act.Text)), act.Precedence, effects);
        if (act.IsHeld)
            held.Leave(act.Room);
        drafts.Said(act.Room, act.Text);
        return null;
    }

    private DeskRefusal? Do(DeskEvent.ActSaid said, StepEffects effects)
    {
        if (rooms.Of(said.Room) is not { } room)
            return DeskRefusal.NoSuchRoom;
        if (room.Record.Status != RoomStatus.Open)
            return DeskRefusal.NotNow;
        if (talks.Refuses(room, said.Act, effects.Now) is { } why)
        {
            effects.Add(new DeskEffect.Refused(DeskRefusal.NotInThisTalk, why));
            return null;
        }
        var content = RoomTalks.ContentOf(room, said.Act, said.Words);
        if (ContentReading.Of(content.Span) is not ContentReading.Read)
            return DeskRefusal.TooLong; // no reader would take it, and all that follows it would wait
        sending.Speaking.Say(room, RoomMessageKind.Content, content, said.Precedence, effects);
        return null;
    }

    private void Offer(OfferKind kind, RoomId room, Opaque to, Opaque body) => sending.Items.Add(new(OutboxKind.Offer,
        room,
        Precedence.Routine, WireValue.Encode(new Offer(kind, identity.Id, to, body,
            WireList.From(kind is OfferKind.Invitation or OfferKind.KeyPackage
                ? rooms.Of(room)!.Record.Follows.Select(one => one.Told(identity.Side)) : []))), 0));
}
