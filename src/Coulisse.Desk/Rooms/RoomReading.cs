using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What becomes of one envelope in its room. Whether it counts was decided before; whether it is taken, MLS and the
/// room's policy decide. Hostile bytes end as an alarm and are done with.
/// </summary>
internal sealed class RoomReading(DeskIdentity identity, IVault vault, RoomShelf rooms, Sending sending)
{
    private readonly OfferReading offers = new(identity, rooms, sending);

    /// <summary>False: it is of an epoch that has not come yet, and is to be asked again.</summary>
    internal bool IsDone(Side side, Envelope envelope, StepEffects effects) => envelope.Kind switch
    {
        EnvelopeKind.KeyPackages => offers.IsDone(side, envelope, effects),
        EnvelopeKind.Welcome => Welcomed(side, envelope, effects),
        EnvelopeKind.Message or EnvelopeKind.Commit or EnvelopeKind.Proposal => Heard(side, envelope, effects),
        _ => true,
    };

    private bool Welcomed(Side side, Envelope envelope, StepEffects effects)
    {
        if (side == identity.Side || rooms.Of(envelope.Room) is not { } room
            || room.Record.Status != RoomStatus.Offered || room.Keys.Package is not { } package)
            return true;
        var joined = MlsGroup.Join(room.Client, room.Keys.Signer, envelope.Content.ToArray(), [package], new());
        if (joined is not JoinResult.Joined { Group: var group } fresh)
            return effects.Alarm(DeskAlarm.BrokenRule, envelope.Room);
        if (!IsAnOpening(room, group, fresh, side))
        {
            group.Dispose();
            return effects.Alarm(DeskAlarm.BrokenRule, envelope.Room);
        }
        room.Join(group);
        room.Save(room.Record with { Charter = room.CharterOfGroup(), Turn = identity.Side });
        effects.Move(room, RoomStatus.Joined);
        return true;
    }

    // Rule 4: the first commit, by the side that asked us in, with the desks that were named and nobody else.
    private bool IsAnOpening(Room room, MlsGroup group, JoinResult.Joined joined, Side side)
    {
        var turn = joined.GroupInfo.Extensions.FirstOrDefault(one => one.Type == RoomTurn.Type);
        var members = group.View.Members.Select(member => room.Policy.Verified(member.Leaf)).ToList();
        return group.View.GroupId.Value == room.Id.Value && group.View.Epoch.Value == 1
            && turn is not null && turn.Data == WireValue.Encode(new RoomTurn(side, identity.Side))
            && room.Policy.SideOf(group.View, joined.GroupInfo.Signer) == side
            && members.Count == 2 && members.All(one => one is not null)
            && members.Any(one => one!.Accreditation.Content.Subject.Id == room.Record.Counterpart
                && identity.Parties.SideOf(one.Accreditation.By.Party) == side)
            && members.Any(one => one!.Accreditation.Content.Subject.Id == identity.Id);
    }

    private bool Heard(Side side, Envelope envelope, StepEffects effects)
    {
        if (rooms.Of(envelope.Room) is not { } room || room.Record.Status.IsOver())
            return true;
        if (room.Group is not { } group)
            return room.Record.Status != RoomStatus.Offered || envelope.Epoch == 0; // else it waits for the welcome
        var result = group.Process(envelope.Content.ToArray());
        switch (result)
        {
            case ProcessResult.ApplicationMessage message:
                room.Advance(message.Next);
                Said(room, side, message, effects);
                return true;
            case ProcessResult.CommitProcessed commit:
                Committed(room, side, commit, effects);
                return true;
            case ProcessResult.ProposalReceived proposal:
                room.Advance(proposal.Next);
                return true;
            case ProcessResult.FutureEpoch:
                return false;
            case ProcessResult.Removed:
                effects.Move(room, RoomStatus.Left);
                return true;
            case ProcessResult.OwnMessage or ProcessResult.Duplicate or ProcessResult.PastEpoch:
                return true;
            case ProcessResult.Rejected:
                return side == identity.Side || effects.Alarm(DeskAlarm.BrokenRule, room.Id);
            default:
                throw new UnreachableException();
        }
    }

    private void Committed(Room room, Side side, ProcessResult.CommitProcessed commit, StepEffects effects)
    {
        var turn = ((RoomBinding.OfCommit)RoomBinding.From(commit.Commit.AuthenticatedData)!).TurnAfter;
        room.Abandon(); // a commit of our own for this epoch cannot be taken any more
        room.Advance(commit.Next);
        room.Save(room.Record with
        {
            Turn = turn,
            SinceOwnCommit = side == identity.Side ? 0 : room.Record.SinceOwnCommit,
            HasAnswered = side != identity.Side && room.Record.HasAnswered,
        });
        if (side != identity.Side && room.Record.Status == RoomStatus.AwaitingConsent)
            effects.Move(room, RoomStatus.Open);
    }

    private void Said(Room room, Side side, ProcessResult.ApplicationMessage said, StepEffects effects)
    {
        var author = room.DeskAt(said.Sender);
        var isOurs = room.Policy.SideOf(room.Group!.View, said.Sender) == identity.Side;
        if (Inside(said) is not { } message || isOurs != (side == identity.Side)
            || (message.Kind == RoomMessageKind.Text && room.Record.Status != RoomStatus.Open))
        {
            effects.Alarm(DeskAlarm.BrokenRule, room.Id);
            return;
        }
        if (message.Kind == RoomMessageKind.SameRoom)
            Compare(room, message, effects);
        var head = room.Record.Authors.FirstOrDefault(one => one.Desk == author) ?? AuthorHead.Start(author);
        if (head.Has(message.Number))
            return; // sealed again after a verdict that never came; it was shown
        if (head.With(message) is not { } next)
        {
            effects.Alarm(DeskAlarm.BrokenTranscript, room.Id);
            return;
        }
        if (message.Kind == RoomMessageKind.Text)
            Show(room, said, message, author, head.MissingBefore(message.Number), effects);
        room.Save(room.Record with
        {
            Authors = WireList.From(room.Record.Authors.Where(one => one.Desk != author).Append(next)),
            HasAnswered = room.Record.HasAnswered || (!isOurs && message.Kind == RoomMessageKind.Text),
        });
    }

    private void Show(Room room, ProcessResult.ApplicationMessage said, RoomMessage message, Opaque author,
        uint missing, StepEffects effects)
    {
        var order = room.Record.Shown + 1;
        room.Save(room.Record with { Shown = order, SinceOwnCommit = room.Record.SinceOwnCommit + 1 });
        vault.Write(VaultTable.Transcript, VaultRecords.Join(room.Id.Value, VaultRecords.Ordered(order)),
            new Heard(author, message.Number, said.Epoch.Value, [RungTime.At(Rung.OnTheirDesk, effects.Now)], missing,
                message.Text()));
        effects.Add(new DeskEffect.Shown(room.Id, order));
    }

    // Rule 5: nothing is sent or shown before a member of the other party sees the same.
    private static void Compare(Room room, RoomMessage message, StepEffects effects)
    {
        if (room.Record.Status != RoomStatus.Joined)
            return;
        if (message.Body == WireValue.Encode(SameRoom.Of(room.Group!)))
        {
            effects.Move(room, RoomStatus.AsksForConsent);
            return;
        }
        effects.Move(room, RoomStatus.Frozen);
        effects.Alarm(DeskAlarm.AnotherHistory, room.Id);
    }

    private static RoomMessage? Inside(ProcessResult.ApplicationMessage said)
    {
        try
        {
            return RoomBinding.From(said.AuthenticatedData) is RoomBinding.OfMessage
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
