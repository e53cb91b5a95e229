using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Outbox;

/// <summary>Rule 6: a room's keys change only for a cause. Each puts a commit, or what asks for one, among what is to
/// be sent.</summary>
internal sealed class Causes(
    DeskIdentity identity, RoomShelf rooms, OutboxItems items, Admissions admissions, Keeping keeping)
{
    private const uint MuchWasSaid = 256; // in a room since our last commit
    private const int UnstoredMax = 16; // commits that their station is not known to have
    private const int UnreadMany = 256; // finished epochs of which somebody's words may still come

    /// <summary>Rule 6: a commit for fresh keys, where the turn is ours and there is a cause.</summary>
    internal void RotateWhereDue(DateTimeOffset now)
    {
        Rotate(room => (room.Record.SinceOwnCommit > 0 && MayGoOn(room, UnreadMany))
            || MemberPlan.Of(room, identity, now).IsDue);
        AskToLeave(_ => true);
    }

    /// <summary>Rule 7's limit of an epoch is not what people wait for.</summary>
    internal void RotateWhereMuchWasSaid() =>
        Rotate(room => room.Record.SinceOwnCommit >= MuchWasSaid && MayGoOn(room, Room.EpochsMax));

    // In the dark keys change sixteen times and then rest: what has to be read first of all, and kept to be read, stays
    // small. While somebody's desk is closed they change less often, and never so often that its words are lost.
    private bool MayGoOn(Room room, int unread) => keeping.CommitsOf(room.Id) < UnstoredMax
        && room.Group!.ReadableEpochs.Count < unread;

    private void Rotate(Func<Room, bool> isDue)
    {
        foreach (var room in rooms.All.Where(room => room.Record.Status == RoomStatus.Open
            && room.MayCommit && !items.Has(OutboxKind.Rotation, room.Id) && isDue(room)))
            items.Add(new(OutboxKind.Rotation, room.Id, Precedence.Routine, Opaque.Empty, 0));
    }

    /// <summary>Rule 3: what people have done about members is carried out at once, where the turn is ours.</summary>
    internal void CommitWhatPeopleDid(StepEffects effects)
    {
        AskToLeave(room => !room.Record.Members.HasAskedToLeave);
        foreach (var room in rooms.All.Where(room => room.Record.Status == RoomStatus.Open
            && room.MayCommit && !items.Has(OutboxKind.Rotation, room.Id)
            && (room.HasOrders || room.Record.Members.Intents.Any(one => one.IsOpen)
                || room.Group!.WaitingProposals.Count > 0)))
        {
            var plan = MemberPlan.Of(room, identity, effects.Now);
            foreach (var intent in plan.Failed)
                admissions.Say(room, intent, IntentAnswerKind.Failed, effects);
            if (plan.IsUrgent)
                items.Add(new(OutboxKind.Rotation, room.Id, Precedence.Routine, Opaque.Empty, 0));
        }
    }

    // In each epoch; after the first time no faster than keys rotate.
    private void AskToLeave(Func<Room, bool> isTime)
    {
        foreach (var room in rooms.All.Where(room => room.Record.Status == RoomStatus.Leaving
            && !items.Has(OutboxKind.Leave, room.Id) && !room.HasAskedToLeave && isTime(room)))
            items.Add(new(OutboxKind.Leave, room.Id, Precedence.Routine, Opaque.Empty, 0));
    }
}
