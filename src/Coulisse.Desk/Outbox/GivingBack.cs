using Coulisse.Crypto.Codec;
using Coulisse.Desk.Inbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Outbox;

/// <summary>
/// Gives a station whose file was put back to an old copy what this desk keeps for it, and at the end what it
/// remembers; asks, when that is over, what has become of what it had submitted.
/// </summary>
internal sealed class GivingBack(DeskIdentity identity, DeskState state, RoomShelf rooms, Sending sending)
{
    private bool isAsked; // the station is restoring, as it says, or as it shows by what it does not remember
    private bool isConfirmed; // it has said so
    private ulong remembered; // the number of the own submission that it remembers

    /// <summary>The station may have said what it remembers of this desk, on a new connection.</summary>
    internal void Take(DeskEvent happened, StepEffects effects)
    {
        if (happened is not DeskEvent.Given { Delivery: Delivery.OfDesk { Standing: var told } })
            return;
        (remembered, isConfirmed) = (told.Number, false);
        isAsked = told.Number < state.Facts.Number;
        if (isAsked)
            effects.Add(new DeskEffect.Offer([new DeskOffer.OfMemory(Memory)]));
        else
            Ask(effects);
    }

    /// <summary>The station said how the line is.</summary>
    internal void Told(LineNews news, StepEffects effects)
    {
        if (news.IsRestoring && !isConfirmed)
        {
            isAsked = isConfirmed = true;
            Offer(effects);
        }
        else if (!news.IsRestoring && isConfirmed)
        {
            (isAsked, isConfirmed, remembered) = (false, false, state.Facts.Number);
            Ask(effects);
        }
    }

    /// <summary>What was given back may not have arrived.</summary>
    internal void OfferAgain(StepEffects effects)
    {
        if (isAsked)
            Offer(effects);
    }

    private void Offer(StepEffects effects)
    {
        var offers = sending.Keeping.All.Select(one => one.Offer).ToList();
        if (sending.OnItsWay is { } submission)
            offers.Add(new DeskOffer.OfSubmission(EntryPlace.None, 0, submission));
        effects.Add(new DeskEffect.Offer([.. offers, new DeskOffer.OfMemory(Memory)]));
    }

    // A station that does not remember them would take them for new.
    private void Ask(StepEffects effects)
    {
        foreach (var kept in sending.Keeping.Submissions.Where(one =>
            WireValue.Decode<Submission>(one.Submission.Span).Number <= remembered))
            effects.Add(new DeskEffect.Submit(kept.Submission));
    }

    private DeskMemory Memory => new(state.Facts.Number, state.Facts.Last, sending.Keeping.Newest,
        state.PrefixOf(identity.Side).AllFloors, WireList.From(rooms.All.Where(room => room.Group is not null)
            .Select(room => new RoomFloor(room.Id, room.Group!.View.Epoch.Value)).Take(LineNews.RoomsMax)));
}
