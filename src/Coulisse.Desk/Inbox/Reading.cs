using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Framing;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Inbox;

/// <summary>
/// Reads entries in whichever order they come. What is of an epoch that has not come yet waits, in memory only and each
/// log in its own bounds, so that one side's junk cannot keep the other's words out: what does not fit is given again
/// once there is room. Hostile bytes end as an alarm and are done with.
/// </summary>
internal sealed class Reading(
    DeskIdentity identity, RoomShelf rooms, DeskState state, RoomReading room, Sending sending)
{
    private const int WaitingMax = 512;
    private const long WaitingBytesMax = 32 << 20;

    private readonly SortedDictionary<(Side Side, EntryPlace Place), (Entry Entry, int Bytes)> waiting
        = [];

    private bool isIncomplete; // something was given and not kept

    internal void Take(Delivery delivery, StepEffects effects)
    {
        if (delivery is not Delivery.OfEntry given || Decode(given, effects) is not { } entry
            || state.HasProcessed(entry.Side, entry.Place))
            return;
        if (entry.Side == identity.Side)
            sending.Given(entry, given.Entry, effects);
        if (HasRoomFor(entry, given.Entry.Length))
            waiting[(entry.Side, entry.Place)] = (entry, given.Entry.Length);
        else
            isIncomplete = true;
        ReadOn(effects);
    }

    /// <summary>Reads whatever can be read by now.</summary>
    internal void ReadOn(StepEffects effects)
    {
        var done = false;
        while (waiting.FirstOrDefault(one => IsDone(one.Value.Entry, effects)) is { Value.Entry: not null } next)
        {
            waiting.Remove(next.Key);
            state.Processed(next.Value.Entry, id => rooms.Of(id) is not null);
            done = true;
        }
        Erase(); // though nothing was read: the verdict on an own commit may come after the commit itself
        if (!done)
            return;
        effects.Add(new DeskEffect.Report(state.Facts.Processed));
        if (isIncomplete)
            effects.Add(new DeskEffect.ListenAgain());
        isIncomplete = false;
    }

    // The next one of a log always has room: it is what the others wait for.
    private bool HasRoomFor(Entry entry, int bytes)
    {
        if (state.PrefixOf(entry.Side).IsNext(entry))
            return true;
        var held = waiting.Where(one => one.Key.Side == entry.Side).Select(one => one.Value.Bytes).ToList();
        return state.PrefixOf(entry.Side).HasRoomFor(entry) && held.Count < WaitingMax
            && held.Sum(one => (long)one) + bytes <= WaitingBytesMax;
    }

    private Entry? Decode(Delivery.OfEntry given, StepEffects effects)
    {
        try
        {
            var entry = WireValue.Decode<Entry>(given.Entry.Span);
            if (entry.Line == identity.Line && entry.Side == given.Side)
                return entry;
        }
        catch (DecodeException)
        {
            // as one that is of another line
        }
        effects.Add(new DeskEffect.Alarm(DeskAlarm.BrokenLog, default));
        return null;
    }

    // Every envelope is looked at, so that one that waits does not keep others waiting.
    private bool IsDone(Entry entry, StepEffects effects)
    {
        if (!state.HasRoomFor(entry))
            return false;
        var isDone = true;
        var isNext = state.PrefixOf(entry.Side).IsNext(entry);
        foreach (var envelope in entry.Envelopes)
            isDone &= IsDone(entry.Side, envelope, isNext, effects);
        return isDone;
    }

    private bool IsDone(Side side, Envelope envelope, bool isNext, StepEffects effects)
    {
        if (Endorsement.IsGood(envelope, identity.Line, side, identity.Endorsements[side]))
            return room.IsDone(side, envelope, isNext, effects);
        effects.Add(new DeskEffect.Alarm(DeskAlarm.NotEndorsed, envelope.Room));
        return true;
    }

    // Rule 7: keys of an epoch go once no log can bring anything of it any more.
    private void Erase()
    {
        foreach (var room in rooms.All)
        {
            var floor = identity.Parties.Sides.Min(side => state.PrefixOf(side).FloorOf(room.Id));
            if (room.Group is not { } group)
                continue;
            var kept = room.Policy.Rules.KeptFrom(floor, group.View.Epoch.Value);
            if (group.ReadableEpochs.Any(epoch => epoch.Value < kept))
                room.Advance(group.DropEpochsBefore(new Epoch(kept)));
        }
    }
}
