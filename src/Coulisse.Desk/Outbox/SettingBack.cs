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
    // Far beyond every number that the lost state can have used: no message is taken for another.
    private const ulong NumbersSkipped = 1UL << 32;

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
            var own = AuthorHead.Start(identity.Id) with { Number = room.Record.Own.Number + NumbersSkipped };
            room.Save(room.Record with { Own = own });
            effects.Move(room, RoomStatus.SetBack);
        }
        state.GoOnFrom(standing, identity.Side);
        effects.Add(new DeskEffect.Witness(freshness.Renew(standing.Number)));
        effects.Add(new DeskEffect.Report(state.Facts.Processed));
    }
}
