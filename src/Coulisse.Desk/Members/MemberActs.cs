using System.Diagnostics;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Group;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Members;

/// <summary>What people at this desk do about who is in a room, and about its terms.</summary>
internal sealed class MemberActs(DeskIdentity identity, RoomShelf rooms, Sending sending)
{
    internal DeskRefusal? Take(DeskEvent.MemberAct act, StepEffects effects) => act switch
    {
        DeskEvent.ChangeProposed proposed => Propose(proposed, effects),
        DeskEvent.IntentAnswered answered => Answer(answered, effects),
        DeskEvent.IntentWithdrawn withdrawn => Withdraw(withdrawn, effects),
        DeskEvent.OrderBrought or DeskEvent.ReplacementAsked when identity.IsHome => DeskRefusal.NotAtHome,
        DeskEvent.OrderBrought brought => Bring(brought.Order, brought.KeyPackage),
        DeskEvent.ReplacementAsked asked => AskForReplacement(asked, effects),
        DeskEvent.WaitingGivenUp waiting => GiveUp(waiting.Room, effects),
        DeskEvent.LeaveTaken taken => Leave(taken.Room, effects),
        _ => throw new UnreachableException(),
    };

    private DeskRefusal? Propose(DeskEvent.ChangeProposed act, StepEffects effects)
    {
        if (Refusal(rooms.Of(act.Room), act.Reason) is { } refusal)
            return refusal;
        var room = rooms.Of(act.Room)!;
        if (act.What.Charter is { IsFit: false })
            return DeskRefusal.TermsNotFit;
        if (IsWider(act.What))
            return DeskRefusal.WiderThanLine;
        if (act.What.PutsOut is not null && !identity.IsHome)
            return DeskRefusal.OnlyAtHome;
        // Nor would they ever come in: and what is said of them is for their own line alone.
        if (act.What.Admits is { } whom && !identity.Seals.Accepts(whom.By))
            return DeskRefusal.OfAnotherParty;
        if (IsSo(room, act.What) || room.Record.Members.Intents.Any(one => one.IsOpen && one.What.IsSameAs(act.What))
            || sending.Items.IsProposing(room.Id, act.What))
            return DeskRefusal.KnownAlready;
        if (room.Record.Members.Intents.Count(one => one.IsOpen && one.By == identity.Side) >= Membership.OpenMax)
            return DeskRefusal.TooMany;
        Say(room, RoomMessageKind.Intent, new Intent(act.What, act.Reason), effects);
        return null;
    }

    private static bool IsSo(Room room, RoomChange what) => what switch
    {
        RoomChange.Admission { Whom: var whom } =>
            room.Desks().Any(desk => desk.Content.Subject == whom.Content.Subject),
        RoomChange.Removal { Desk: var gone } => room.Desks().All(desk => desk.Content.Subject.Id != gone),
        _ => what.Charter == room.Record.Charter,
    };

    private bool IsWider(RoomChange what) => what.Charter is { } charter
        && !sending.Charters.Wider(charter.Terms).IsEmpty;

    private DeskRefusal? Answer(DeskEvent.IntentAnswered act, StepEffects effects)
    {
        if (Refusal(rooms.Of(act.Room), act.Reason) is { } refusal)
            return refusal;
        var room = rooms.Of(act.Room)!;
        if (room.Record.Members.Of(act.Intent) is not { State: IntentState.Proposed } intent
            || intent.By == identity.Side || sending.Items.IsAnswering(room.Id, act.Intent))
            return DeskRefusal.NoSuchIntent;
        if (act.Consents && IsWider(intent.What))
            return DeskRefusal.WiderThanLine;
        var kind = act.Consents ? IntentAnswerKind.Consented : IntentAnswerKind.Declined;
        Say(room, RoomMessageKind.Answer, new IntentAnswer(act.Intent, kind, act.Reason), effects);
        return null;
    }

    private DeskRefusal? Withdraw(DeskEvent.IntentWithdrawn act, StepEffects effects)
    {
        if (Refusal(rooms.Of(act.Room), act.Reason) is { } refusal)
            return refusal;
        var room = rooms.Of(act.Room)!;
        if (room.Record.Members.Of(act.Intent) is not { IsOpen: true } intent || intent.By != identity.Side
            || sending.Items.IsAnswering(room.Id, act.Intent))
            return DeskRefusal.NoSuchIntent;
        var answer = new IntentAnswer(act.Intent, IntentAnswerKind.Withdrawn, act.Reason);
        Say(room, RoomMessageKind.Answer, answer, effects);
        return null;
    }

    // The seal has consented by signing; whoever of the party brings it to the line is nobody's concern.
    private DeskRefusal? Bring(Sealed<RoomOrder> order, Opaque keyPackage)
    {
        if (order.By.Party != identity.Accreditation.By.Party || !identity.Seals.Accepts(order.By))
            return DeskRefusal.NotOurOrder;
        var room = rooms.Of(order.Content.Room);
        if (order.Content.What == RoomOrderKind.Replacement && keyPackage.Length == 0)
            keyPackage = room?.Reentry.Request?.KeyPackage ?? keyPackage;
        if (BroughtOrder.Of(order, keyPackage) is not { } brought)
            return DeskRefusal.NotItsKeyPackage;
        if (brought.IsReplacement && room?.Group is { } group && IsOfAnother(room, group.View, brought))
            return DeskRefusal.OfAnotherDesk;
        sending.Items.Add(new(OutboxKind.Credence, default, Precedence.Immediate, WireValue.Encode(brought), 0));
        return null;
    }

    // Said here, where a person can still do something about it: the room would let it wait for ever.
    private static bool IsOfAnother(Room room, GroupView group, BroughtOrder brought) => group.Members
        .Any(member => member.Leaf.SignatureKey == brought.Order.Content.LeafKey.Value)
        && (brought.Enters() is not { } package
            || room.Policy.Members.Replacements.OnAdd(group, package) == MemberVerdict.Refused);

    // The package goes to the seal's holder, by hand; their order is what others in the room go by.
    private DeskRefusal? AskForReplacement(DeskEvent.ReplacementAsked act, StepEffects effects)
    {
        if (rooms.Of(act.Room) is not { } before)
            return DeskRefusal.NoSuchRoom;
        if (before.Record.Status == RoomStatus.Replacing && act.Leaf is null)
            return null; // what was asked for stands
        if (before.Record.Status is not (RoomStatus.SetBack or RoomStatus.Replacing))
            return DeskRefusal.NotNow;
        var (record, request) = (before.Record, before.Reentry.Request);
        var leaf = act.Leaf ?? request?.LeafKey ?? before.Keys.Signer.PublicKey;
        var members = Membership.Start with { IsAdmission = true, Floor = record.Members.Floor };
        var room = rooms.BeginAgain(RoomRecord.Start(record.Id, RoomStatus.Replacing, identity.Id, record.Charter,
            identity.Side, identity.Id, members) with
        {
            Own = record.Own,
            Shown = record.Shown,
            Follows = record.Follows,
            Terms = record.Terms,
        });
        room.Reentry.Request = LeafRequest.Sign(identity.Accreditation, identity.Key, room.Id, leaf,
            room.Reentry.Give(effects.Now));
        effects.Move(room, RoomStatus.Replacing);
        return null;
    }

    private DeskRefusal? GiveUp(RoomId id, StepEffects effects)
    {
        if (rooms.Of(id) is not { } room)
            return DeskRefusal.NoSuchRoom;
        if (room.Record.Status != RoomStatus.Replacing
            && (room.Record.Status != RoomStatus.Offered || room.Record.Counterpart != identity.Id))
            return DeskRefusal.NotNow;
        room.Reentry.UseUp();
        effects.Move(room, RoomStatus.SetBack);
        return null;
    }

    // What was said before goes out first; what follows is a machine's: see CommitWhatPeopleDid.
    private DeskRefusal? Leave(RoomId id, StepEffects effects)
    {
        if (rooms.Of(id) is not { } room)
            return DeskRefusal.NoSuchRoom;
        if (room.Record.Status == RoomStatus.Ended
            || (identity.IsHome && room.Record.Status == RoomStatus.Open && !room.HasOthers)) // who would take us out?
        {
            room.Leave();
            effects.Move(room, RoomStatus.Left);
            return null;
        }
        if (room.Record.Status != RoomStatus.Open)
            return DeskRefusal.NotNow;
        effects.Move(room, RoomStatus.Leaving);
        return null;
    }

    private DeskRefusal? Refusal(Room? room, string reason)
    {
        if (room is null)
            return DeskRefusal.NoSuchRoom;
        if (room.Record.Status != RoomStatus.Open)
            return DeskRefusal.NotNow;
        if (Encoding.UTF8.GetByteCount(reason) > Intent.ReasonBytesMax)
            return DeskRefusal.TooLong;
        return MandateFaultOf(room, identity);
    }

    /// <summary>Why this desk does not bind its party in a room; null if it does.</summary>
    internal static DeskRefusal? MandateFaultOf(Room room, DeskIdentity identity) =>
        !MandateRights.Usual.MayConsent.Contains(identity.Accreditation.Content.Mandate) ? DeskRefusal.MandateTooNarrow
            : room.Policy.Rules.MayBind(
                room.Record.TermsNow.LetsConsent(TalkMandates.Of(identity.Accreditation))) ? null
            : DeskRefusal.NotByTheTerms;

    private void Say<T>(Room room, RoomMessageKind kind, T what, StepEffects effects)
        where T : IWireValue<T> =>
        sending.Speaking.Say(room, kind, WireValue.Encode(what), Precedence.Priority, effects);
}
