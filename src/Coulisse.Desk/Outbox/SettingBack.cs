using System.Diagnostics;
using Coulisse.Desk.Inbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Outbox;

/// <summary>
/// A vault that was put back from a copy: noticed by a machine, and given up only by a person's word. Its rooms' keys
/// were used further by the state that is lost; they go, and with them what the copy had still to send. The desk goes
/// on where its station remembers it, and is asked into its rooms anew.
/// </summary>
internal sealed class SettingBack(DeskIdentity identity, DeskState state, RoomShelf rooms, Sending sending,
    Freshness freshness)
{
    private const ulong SubmissionsMax = 1UL << 30; // and more submissions; a station may say anything

    private bool isConfirmed; // by a person, before the station could say what it remembers

    internal void Take(DeskEvent happened, LineNews? news, StepEffects effects)
    {
        var before = freshness.State;
        switch (happened)
        {
            case DeskEvent.Opened opened:
                freshness.Opened(opened.Witness, sending.SealedHere.Number);
                break;
            case DeskEvent.Given { Delivery: Delivery.OfDesk told }:
                freshness.Told(told.Standing, sending.SealedHere, news);
                break;
            case DeskEvent.PutBack:
                isConfirmed = true;
                break;
            default:
                throw new UnreachableException();
        }
        if (freshness.State == DeskFreshness.Fresh)
            isConfirmed = false; // nothing says that it is a copy
        if (freshness.State == DeskFreshness.Older && before != DeskFreshness.Older)
            effects.Alarm(DeskAlarm.OlderThanItsWords, new RoomId(Crypto.Codec.Opaque.Empty));
        if (isConfirmed && freshness.Standing is { } standing)
            SetBack(standing, effects);
    }

    private void SetBack(DeskStanding standing, StepEffects effects)
    {
        isConfirmed = false;
        sending.DropAll();
        foreach (var room in rooms.All.Where(room => room.Record.Status is not (RoomStatus.Left or RoomStatus.Declined
            or RoomStatus.DeclinedByUs or RoomStatus.Withdrawn or RoomStatus.SetBack)).ToList())
        {
            var epoch = room.Group?.View.Epoch.Value ?? 0;
            room.Leave();
            var block = Math.Max((room.Record.Own.Number >> AuthorHead.BlockBits) + 1, BlocksUsed(standing) + 1);
            room.Save(room.Record with
            {
                Own = AuthorHead.Start(identity.Id) with { Number = block << AuthorHead.BlockBits },
                Members = room.Record.Members with { Floor = Math.Max(room.Record.Members.Floor, epoch) },
            });
            effects.Move(room, RoomStatus.SetBack);
        }
        state.GoOnFrom(standing);
        effects.Add(new DeskEffect.Witness(freshness.Renew(standing.Number)));
        effects.Add(new DeskEffect.Report(state.Facts.Processed));
    }

    // Beyond every number that a lost state can have used, this copy being put back a second time included: whatever
    // was sent meanwhile is a submission more, in the station's memory or in the witness.
    private ulong BlocksUsed(DeskStanding standing) =>
        Math.Min(Math.Max(standing.Number, freshness.Witnessed), SubmissionsMax);
}
