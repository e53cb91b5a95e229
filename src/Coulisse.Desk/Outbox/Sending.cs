using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Caucuses;
using Coulisse.Desk.Inbox;
using Coulisse.Desk.LineCharters;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Outbox;

/// <summary>
/// One submission at a time, in the order of the outbox: sealed, stored with the advanced ratchet, sent until its
/// verdict is there. What was said in one room meanwhile is the next one. After a crash the same bytes go again. What
/// the station calls stale is sealed again, in the epoch that has come meanwhile.
/// </summary>
internal sealed class Sending
{
    private static readonly Opaque InFlightKey = Opaque.CopyOf("submission"u8);

    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private readonly RoomShelf rooms;
    private readonly DeskState state;
    private readonly Freshness freshness;
    private readonly Receipts receipts;
    private readonly Gathering gathering;
    private readonly Speaking speaking;
    private readonly ComingBack comingBack;
    private readonly OutboxItems items;
    private readonly TakenAgain again;
    private readonly Dictionary<RoomId, ulong> notBefore = []; // the epoch that a stale room waits for
    private InFlight? inFlight;
    private bool isDue;

    internal Sending(DeskIdentity identity, IVault vault, RoomShelf rooms, DeskState state, Freshness freshness,
        (LineCharterBook Charters, RuleBook Rules) books)
    {
        (this.identity, this.vault, this.rooms, this.state, this.freshness, (Charters, Rules)) =
            (identity, vault, rooms, state, freshness, books);
        (receipts, Keeping) = (new(identity, vault), new(vault));
        again = new(Keeping, receipts);
        speaking = new(identity, vault, this);
        Admissions = new(identity, this, speaking);
        items = new(vault, state);
        comingBack = new(identity, items, speaking);
        gathering = new(new(identity), items);
        inFlight = vault.Read<InFlight>(VaultTable.InFlight, InFlightKey);
        isDue = true;
    }

    /// <summary>What people have done about members, carried out.</summary>
    internal Admissions Admissions { get; }
    internal Speaking Speaking => speaking;
    internal LineCharterBook Charters { get; }
    internal RuleBook Rules { get; }
    internal OutboxItems Items => items;

    internal bool IsIdle => inFlight is null && items.Count == 0;

    /// <summary>What was sealed here, the submission on its way included.</summary>
    internal SealedHere SealedHere => new(
        state.Facts.Number, state.Facts.Last, inFlight?.Submission.Hash(), state.Facts.Processed);

    internal Receipts Receipts => receipts;

    /// <summary>What our station has taken and theirs may not have yet.</summary>
    internal Keeping Keeping { get; }

    /// <summary>The submission that waits for its verdict.</summary>
    internal Submission? OnItsWay => inFlight?.Submission;

    internal void SendAgain() => isDue = true;

    /// <summary>What waits of a room that is over is not sent any more, but for what is on its way already.</summary>
    internal void DropWaiting(RoomId room)
    {
        foreach (var (key, _) in items.All.Where(item => item.Value.Room == room
            && inFlight?.Items.Contains(item.Key) != true).ToList())
            items.Drop(key);
    }

    /// <summary>Somebody was let in, or terms have changed: what waits goes back to its author.</summary>
    internal void ComeBack(Room room, StepEffects effects) =>
        comingBack.Take(room, inFlight?.Items.ToHashSet() ?? [], effects);

    /// <summary>Nothing of what an old copy had still to send goes.</summary>
    internal void DropAll()
    {
        items.DropAll();
        inFlight = null;
        vault.Remove(VaultTable.InFlight, InFlightKey);
    }

    /// <summary>The submission to send now; null if none.</summary>
    internal Opaque? Next(StepEffects effects)
    {
        if (!freshness.MaySeal)
            return null;
        while (inFlight is null && NextItem() is var (key, item) && item is not null)
        {
            isDue = true;
            if (gathering.Gather(key, item, rooms.Of(item.Room), effects.Now) is var (keys, envelopes))
                Depart(keys, envelopes);
            else
                Lose(key, item, effects);
        }
        if (inFlight is null || !isDue)
            return null;
        isDue = false;
        if (freshness.WitnessOf(inFlight.Submission.Number) is { } witness)
            effects.Add(new DeskEffect.Witness(witness));
        return WireValue.Encode(inFlight.Submission);
    }

    internal void Take(Verdict verdict, StepEffects effects)
    {
        if (inFlight is null || verdict.Submission != inFlight.Submission.Hash())
            again.Take(verdict, effects); // or of a copy that was answered before
        else
            Answered(inFlight, verdict, effects);
    }

    /// <summary>Our station gave an entry of its own: what is in it was taken, whether or not the verdict has
    /// come.</summary>
    internal void Given(Entry entry, Opaque bytes, StepEffects effects)
    {
        Keeping.Given(entry, bytes);
        if (OnItsWay is { } waiting && waiting.IndexIn(entry) is { } index)
            Take(new(waiting.Number, waiting.Hash(), VerdictKind.Taken, entry.Place, index), effects);
    }

    private void Answered(InFlight answered, Verdict verdict, StepEffects effects)
    {
        if (verdict.Kind is VerdictKind.NotTheSuccessor or VerdictKind.CutOff)
            effects.Add(new DeskEffect.Alarm(DeskAlarm.AnotherDeskHasOurKeys, default));
        if (!verdict.Kind.IsFinal())
            return; // the same bytes go again, later
        if (verdict.Kind == VerdictKind.Taken)
            Keeping.Taken(answered.Submission, verdict);
        var leaving = answered.Items.Select(number => (number, items[number])).ToList();
        state.Keep(state.Facts with { Number = answered.Submission.Number, Last = verdict.Submission });
        vault.Remove(VaultTable.InFlight, InFlightKey);
        var epoch = answered.Submission.Envelopes.FirstOrDefault(one =>
            one.Kind is not (EnvelopeKind.Credence or EnvelopeKind.KeyPackages))?.Epoch ?? 0;
        inFlight = null;
        foreach (var (number, item) in leaving)
        {
            if (verdict.Kind == VerdictKind.Taken)
                Taken(number, item, epoch, verdict.Place, effects);
            else
                Refused(number, item, epoch, effects);
        }
    }

    private (ulong Key, OutboxItem? Item) NextItem()
    {
        foreach (var (key, item) in items.All)
        {
            var room = rooms.Of(item.Room);
            if ((room?.Record.Status.IsOver() == true && item.Kind != OutboxKind.Offer)
                || Gathering.IsOverFull(item, room))
                continue;
            if (!notBefore.TryGetValue(item.Room, out var epoch) || room?.Group?.View.Epoch.Value >= epoch)
                return (key, item);
        }
        return (0, null);
    }

    private void Depart(IEnumerable<ulong> keys, WireList<Envelope> envelopes) => vault.Write(VaultTable.InFlight,
        InFlightKey, inFlight = InFlight.Of(keys,
            new(identity.Line, identity.Id, state.Facts.Number + 1, state.Facts.Last, envelopes)));

    // A commit without a cause any more is nothing; a key package that does not do is to be given again.
    private void Lose(ulong key, OutboxItem item, StepEffects effects)
    {
        items.Drop(key);
        if (item.Kind != OutboxKind.Opening || rooms.Of(item.Room) is not { } room)
            return;
        room.Save(room.Record with { Status = RoomStatus.Proposed });
        effects.Add(new DeskEffect.Alarm(DeskAlarm.BrokenRule, room.Id));
        effects.Add(new DeskEffect.RoomMoved(room.Id, RoomStatus.Proposed));
    }

    private void Taken(ulong key, OutboxItem item, ulong epoch, EntryPlace place, StepEffects effects)
    {
        items.Drop(key);
        if (item.Kind is OutboxKind.Offer or OutboxKind.Credence)
            return;
        var room = rooms.Of(item.Room)!;
        switch (item.Kind)
        {
            case not OutboxKind.Message when room.Next is not null && room.Record.Status.IsOver():
                room.Commit(); // it came to an end while this was on its way
                break;
            case OutboxKind.Opening:
                Admissions.OwnCommitted(room, identity.IsHome ? RoomStatus.Open : RoomStatus.AwaitingConsent,
                    effects);
                speaking.Witness(room, effects.Now);
                break;
            case OutboxKind.Consent:
                Admissions.OwnCommitted(room, RoomStatus.Open, effects);
                break;
            case OutboxKind.Rotation:
            case OutboxKind.Leave when room.Next is not null:
                Admissions.OwnCommitted(room, room.Record.Status, effects);
                break;
            case OutboxKind.Leave:
                break;
            case OutboxKind.Message when item.Order != 0:
                receipts.AtOurStation(item.Room, item.Order, epoch, place, effects);
                Acted(room, item, epoch, effects);
                break;
            case OutboxKind.Message:
                break;
            default:
                throw new UnreachableException();
        }
    }

    // An act of one's own counts once it is in the own log: what rests on it cannot leave before.
    private void Acted(Room room, OutboxItem item, ulong epoch, StepEffects effects)
    {
        var message = WireValue.Decode<RoomMessage>(item.Body.Span);
        if (message.IsOfLine())
            Charters.Look(room, epoch, effects);
        if (message.Kind is not (RoomMessageKind.Intent or RoomMessageKind.Answer) || room.Group is null)
            return;
        Admissions.TakeUp(room, identity.Accreditation, message, epoch, item.Order);
        effects.Add(new DeskEffect.RoomMoved(room.Id, room.Record.Status));
    }

    private void Refused(ulong key, OutboxItem item, ulong epoch, StepEffects effects)
    {
        if (rooms.Of(item.Room) is { Next: not null } room)
            room.Abandon();
        if (item.Kind == OutboxKind.Rotation || rooms.Of(item.Room)?.Record.Status.IsOver() == true)
            items.Drop(key); // due again, if there is still a cause
        else
            notBefore[item.Room] = epoch + 1;
        if (rooms.Of(item.Room) is { } changed && item.Kind == OutboxKind.Message
            && changed.Record.Members.LastChange > epoch)
            ComeBack(changed, effects);
    }
}
