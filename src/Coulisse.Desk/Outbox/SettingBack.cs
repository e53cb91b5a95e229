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
    private const int NumberBits = 32; // more messages of one desk in one room than there will be
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
            room.Leave();
            var before = Math.Max(room.Record.Own.Number, NumbersUsed(standing));
            room.Save(room.Record with { Own = AuthorHead.Start(identity.Id) with { Number = before } });
            effects.Move(room, RoomStatus.SetBack);
        }
        state.GoOnFrom(standing);
        effects.Add(new DeskEffect.Witness(freshness.Renew(standing.Number)));
        effects.Add(new DeskEffect.Report(state.Facts.Processed));
    }

    // Beyond every number that a lost state can have used, this copy being put back a second time included: whatever
    // was sent meanwhile is a submission more, in the station's memory or in the witness.
    private ulong NumbersUsed(DeskStanding standing) =>
        (Math.Min(Math.Max(standing.Number, freshness.Witnessed), SubmissionsMax) + 1) << NumberBits;
}
