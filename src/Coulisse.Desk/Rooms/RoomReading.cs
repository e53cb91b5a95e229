using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Chains;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Group;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What becomes of one envelope in its room. Whether it counts was decided before; whether it is taken, MLS and the
/// room's policy decide. Hostile bytes end as an alarm and are done with.
/// </summary>
internal sealed class RoomReading(DeskIdentity identity, IVault vault, RoomShelf rooms, Sending sending)
{
    private readonly OfferReading offers = new(identity, rooms, sending);
    private readonly Joining joining = new(identity, rooms);

    /// <summary>False: it needs what has not come yet, and is to be asked again.</summary>
    /// <param name="side">Whose log it stands in.</param>
    /// <param name="envelope">What.</param>
    /// <param name="isNext">Whether all of that log before it was read.</param>
    /// <param name="effects">What is to be done and shown.</param>
    internal bool IsDone(Side side, Envelope envelope, bool isNext, StepEffects effects) => envelope.Kind switch
    {
        EnvelopeKind.KeyPackages => offers.IsDone(side, envelope, effects),
        EnvelopeKind.Credence => Sealed(side, envelope, effects),
        EnvelopeKind.Welcome => joining.Welcomed(side, envelope, effects),
        EnvelopeKind.Message or EnvelopeKind.Commit or EnvelopeKind.Proposal => Heard(side, envelope, isNext, effects),
        _ => true,
    };

    // A seal's own word: it matters in nobody's log more than in another's.
    private bool Sealed(Side side, Envelope envelope, StepEffects effects)
    {
        // At home nobody goes by orders of the seal: they stand in its chain, which the other side reads.
        if (identity.IsHome)
            return effects.Alarm(DeskAlarm.BrokenRule, default);
        try
        {
            var (piece, package) = WireValue.Decode<CarriedPiece>(envelope.Content.Span);
            var word = rooms.Chains.Take(piece, isTold: side == identity.Side);
            if (word == ChainWord.NotOurs)
                return effects.Alarm(DeskAlarm.BrokenRule, piece.Order?.Content.Room ?? default);
            if (word == ChainWord.Forked)
                effects.Alarm(DeskAlarm.TwoChains, default);
            // Who only tells the chain of an order that lets somebody in does not bring who enters: nothing follows.
            return piece.Order is not { } order || BroughtOrder.Of(order, package) is not { } brought
                || Ordered(brought, effects);
        }
        catch (DecodeException)
        {
            return effects.Alarm(DeskAlarm.BrokenRule, default);
        }
    }

    private bool Ordered(BroughtOrder brought, StepEffects effects)
    {
        if (!rooms.Orders.Take(brought))
            return effects.Alarm(DeskAlarm.BrokenRule, brought.Order.Content.Room);
        if (rooms.Of(brought.Order.Content.Room) is not { } room)
            return true;
        if (room.Reentry.IsBy(brought)) // the welcome comes behind a commit that comes behind this order
            effects.Move(room, RoomStatus.Offered);
        else
            Recalled(room, brought.Order, effects);
        return true;
    }

    // From the order on a desk says nothing more; until the removing commit it can still read.
    private void Recalled(Room room, Sealed<RoomOrder> order, StepEffects effects)
    {
        var isUs = room.Keys.Signer.PublicKey == order.Content.LeafKey
            && order.By.Party == identity.Accreditation.By.Party;
        if (isUs && room.Record.Status == RoomStatus.Open)
        {
            sending.DropWaiting(room.Id);
            effects.Move(room, RoomStatus.Recalled);
        }
        else
            effects.Add(new DeskEffect.RoomMoved(room.Id, room.Record.Status));
    }

    private bool Heard(Side side, Envelope envelope, bool isNext, StepEffects effects)
    {
        if (rooms.Of(envelope.Room) is not { } room || room.Record.Status.IsOver())
            return true;
        if (room.Group is not { } group) // what this desk may be let in for waits for the welcome
            return room.Record.Status != RoomStatus.Offered || envelope.Epoch <= room.Record.Members.Floor;
        room.Policy.Waits = false;
        var result = group.Process(envelope.Content.ToArray());
        if (OtherHistory.Shows(room, envelope, result))
            return OtherHistory.Freeze(room, sending, effects);
        switch (result)
        {
            case ProcessResult.ApplicationMessage message:
                return Said(room, side, message, isNext, effects);
            case ProcessResult.CommitProcessed commit:
                Committed(room, side, commit, effects);
                return true;
            case ProcessResult.ProposalReceived proposal:
                room.Advance(proposal.Next);
                return true;
            case ProcessResult.FutureEpoch:
                return false;
            case ProcessResult.Removed:
                sending.DropWaiting(room.Id);
                room.Leave();
                effects.Move(room, RoomStatus.Left);
                return true;
            case ProcessResult.OwnMessage or ProcessResult.Duplicate or ProcessResult.PastEpoch:
                return true;
            case ProcessResult.Rejected rejected:
                return !IsAwaited(room, rejected) && effects.Alarm(DeskAlarm.BrokenRule, room.Id);
            default:
                throw new UnreachableException();
        }
    }

    // An act, or a proposal in another log, may still be on its way: who names one that never was waits alone.
    private static bool IsAwaited(Room room, ProcessResult.Rejected rejected) =>
        room.Policy.Waits || rejected.Error.Code == MlsErrorCode.ProposalUnknownReference;

    private void Committed(Room room, Side side, ProcessResult.CommitProcessed commit, StepEffects effects)
    {
        var turn = ((RoomBinding.OfCommit)RoomBinding.From(commit.Commit.AuthenticatedData)!).TurnAfter;
        var carriedOut = commit.Commit.Changes.Select(room.Policy.Members.IntentOf).OfType<RoomIntent>()
            .Select(intent => intent.Id).ToHashSet();
        var before = room.LeafKeysIn();
        room.Abandon(); // a commit of our own for this epoch cannot be taken any more
        room.Advance(commit.Next);
        room.Save(room.Record.WithTurn(turn, effects.Now) with
        {
            SinceOwnCommit = side == identity.Side ? 0 : room.Record.SinceOwnCommit,
            HasAnswered = side != identity.Side && room.Record.HasAnswered,
        });
        if (side != identity.Side && room.Record.Status == RoomStatus.AwaitingConsent)
            effects.Move(room, RoomStatus.Open);
        else if (commit.Commit.Changes.Count > 0)
            effects.Add(new DeskEffect.RoomMoved(room.Id, room.Record.Status));
        sending.Admissions.Committed(room, before, carriedOut, effects);
    }

    private bool Said(Room room, Side side, ProcessResult.ApplicationMessage said, bool isNext, StepEffects effects)
    {
        var author = room.Policy.Verified(said.SenderLeaf)?.Accreditation;
        if (author is null || Inside(room, said) is not { } message
            || identity.Parties.SideOf(author.By.Party) != side || !MayBeHeard(room, message))
        {
            room.Advance(said.Next);
            return effects.Alarm(DeskAlarm.BrokenRule, room.Id);
        }
        if (room.HeadOf(author.Content.Subject.Id, message, isNext) is not { } head)
        {
            said.Next.Dispose();
            return false; // the first that is heard of an author is the first that was written for this desk
        }
        room.Advance(said.Next);
        if (message.Kind == RoomMessageKind.SameRoom)
            joining.Compare(room, author, message, effects);
        if (!IsTold(room, author, message, said.Epoch.Value, effects))
            effects.Alarm(DeskAlarm.BrokenRule, room.Id);
        if (head.Has(message.Number))
            return true; // sealed again after a verdict that never came; it was shown
        if (head.With(message) is not { } next)
            return effects.Alarm(DeskAlarm.BrokenTranscript, room.Id);
        Take(room, author, message, said.Epoch.Value, head.MissingBefore(message.Number), effects);
        if (rooms.Chains.IsForkedBy(author.By, message.Head))
            effects.Alarm(DeskAlarm.TwoChains, room.Id);
        if (Naming.Contradicts(room.Record, message.Seen))
            effects.Alarm(DeskAlarm.OtherWordsRead, room.Id);
        room.Save(room.Record with
        {
            Authors = WireList.From(Naming.Claimed(room.Record, next.Desk, message.Seen, effects.Now)
                .Where(one => one.Desk != next.Desk).Append(next)),
            HasAnswered = room.Record.HasAnswered
                || (side != identity.Side && !message.Kind.IsUnseen()),
        });
        return true;
    }

    // What machines tell for whoever came later.
    private bool IsTold(Room room, Sealed<Accreditation> author, RoomMessage message, ulong epoch,
        StepEffects effects) => message.Kind switch
        {
            RoomMessageKind.LineCharter => sending.Charters.Heard(room, message.Body, epoch, effects),
            RoomMessageKind.Rules => sending.Rules.Heard(room, author, message.Body),
            _ => true,
        };

    private static bool MayBeHeard(Room room, RoomMessage message) => message.Kind == RoomMessageKind.SameRoom
        || room.Record.Status.IsHeard()
        || room.Record is { Status: RoomStatus.Joined, Members.IsAdmission: true }; // kept, and not shown yet

    private void Take(Room room, Sealed<Accreditation> author, RoomMessage message, ulong epoch, uint missing,
        StepEffects effects)
    {
        if (message.Kind.IsUnseen())
        {
            var members = room.Record.Members.WithUnseen(author.Content.Subject.Id, message);
            room.Save(room.Record with { Members = members });
            return;
        }
        var order = room.Record.Shown + 1;
        HeardAct? act = null;
        if (message.Kind is RoomMessageKind.Intent or RoomMessageKind.Answer)
        {
            act = sending.Admissions.TakeUp(room, author, message, epoch, order);
            if (act is null)
            {
                effects.Alarm(DeskAlarm.BrokenRule, room.Id);
                return;
            }
            effects.Add(new DeskEffect.RoomMoved(room.Id, room.Record.Status));
        }
        room.Save(room.Record with { Shown = order, SinceOwnCommit = room.Record.SinceOwnCommit + 1 });
        vault.Write(VaultTable.Transcript, VaultRecords.Join(room.Id.Value, VaultRecords.Ordered(order)),
            Rooms.Heard.Of(author.Content.Subject.Id, message, epoch, missing, act, effects.Now));
        RoomTalks.Remember(vault, room.Id, author);
        effects.Add(new DeskEffect.Shown(room.Id, order));
        if (message.IsOfLine())
            sending.Charters.Look(room, epoch, effects);
    }

    // Rule 9: what opens and names another tag than its epoch's is malformed.
    private static RoomMessage? Inside(Room room, ProcessResult.ApplicationMessage said)
    {
        try
        {
            return RoomBinding.From(said.AuthenticatedData) is RoomBinding.OfMessage { Tag: var tag }
                && (room.TagOf(said.Epoch.Value) ?? tag) == tag
                ? WireValue.Decode<RoomMessage>(said.Data.Span) : null;
        }
        catch (DecodeException)
        {
            return null;
        }
        finally
        {
            said.Data.Wipe();
        }
    }
}
