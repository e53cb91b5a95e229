using Coulisse.Desk.Rooms;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Outbox;

/// <summary>
/// Rule 2: a text is sealed silently only for the members and terms that it was written under. What waits here when
/// somebody is let in, or terms change, goes back to its author; nothing of it was sent, so its numbers are free again.
/// </summary>
internal sealed class ComingBack(DeskIdentity identity, OutboxItems items, Speaking speaking)
{
    /// <summary>Everything of a room that waits comes back.</summary>
    /// <param name="room">Which.</param>
    /// <param name="onItsWay">What was sealed for members and terms of before, and may be in the log already.</param>
    /// <param name="effects">What is to be shown.</param>
    internal void Take(Room room, IReadOnlyCollection<ulong> onItsWay, StepEffects effects)
    {
        var waiting = items.All.Where(item => item.Value.Kind == OutboxKind.Message && item.Value.Room == room.Id
                && !onItsWay.Contains(item.Key))
            .Select(item => (item.Key, item.Value.Order, Message: WireValue.Decode<RoomMessage>(item.Value.Body.Span)))
            .ToList();
        // Something urgent that overtook them names them in its chain: then they go, or it could never be placed.
        if (waiting.Count == 0 || waiting[0].Message.Number + (ulong)waiting.Count - 1 != room.Record.Own.Number)
            return;
        GiveNumbersBack(room, waiting[0].Message);
        foreach (var (key, order, _) in waiting)
        {
            items.Drop(key);
            if (order != 0)
                speaking.CameBack(room, order, effects);
        }
        // A machine's, and true as it was; terms of the line are told anew, since somebody has come.
        foreach (var (_, _, seen) in waiting.Where(one => one.Message.Kind == RoomMessageKind.SameRoom))
            speaking.Unseen(room, RoomMessageKind.SameRoom, seen.Body, effects.Now);
    }

    private void GiveNumbersBack(Room room, RoomMessage first)
    {
        var (own, members) = (room.Record.Own, room.Record.Members);
        room.Save(room.Record with
        {
            Own = own with { Number = first.Number - 1, Hash = first.Previous },
            Authors = Naming.Untold(room.Record),
            Members = members with
            {
                Unseen = WireList.From(members.Unseen.Where(one =>
                    one.Desk != identity.Id || one.Number < first.Number)),
            },
        });
    }
}
