using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;

namespace Coulisse.World.Days;

/// <summary>
/// Somebody is proposed for the first room: by the adviser, of either side. What the people then do follows from the
/// seed; each does it as soon as their screen asks, and again after a crash took it back.
/// </summary>
internal sealed class Guest
{
    private const int Stay = 12; // rounds in the room before their own party orders them out

    private readonly DeskWorld world;
    private readonly RoomId room;
    private readonly Pair pair;
    private readonly SimulatedDesk whom;
    private Sealed<RoomOrder>? order;
    private int stayed;
    private bool wasProposed;

    internal Guest(Seed seed, DeskWorld world, Pair pair, RoomId room, List<string> chosen)
    {
        (this.world, this.pair, this.room) = (world, pair, room);
        var guests = new Seed(seed.Number ^ 0x6775657374); // of their own, so that the rest of the day is as it was
        whom = guests.Below(2) == 0 ? world.Desks[1] : world.Desks[3];
        End = (GuestEnd)guests.Below(Enum.GetValues<GuestEnd>().Length);
        chosen.Add($"the guest is of {whom.Identity.Side}: {End}");
    }

    internal GuestEnd End { get; }

    internal SimulatedDesk Whom => whom;

    private SimulatedDesk Adviser => world.Desks[0];

    private SimulatedDesk Opposite => world.Desks[2];

    /// <summary>How many intents there were to be.</summary>
    internal int Intents => 1;

    /// <summary>Whether nothing more will come of it that a wrong clock could change.</summary>
    internal bool IsSettled => Adviser.IsRunning && Last(Adviser) is { } intent
        && (!intent.IsOpen || (intent.State == IntentState.Proposed && End == GuestEnd.NeverAnswered)
            || (intent.State == IntentState.Consented && End == GuestEnd.NeverComes));

    /// <summary>What the people do whom it concerns.</summary>
    internal void Attend()
    {
        Propose();
        Answer();
        Come();
        Go();
    }

    private void Propose()
    {
        if (!Adviser.IsRunning || Adviser.Core.StatusOf(room) != RoomStatus.Open
            || (wasProposed && Last(Adviser) is not { State: IntentState.Overtaken }))
            return;
        Adviser.Do(new DeskEvent.ChangeProposed(room,
            new RoomChange.Admission(whom.Identity.Accreditation), $"for the maps of {room}"));
        wasProposed = Adviser.IsRunning && Adviser.Core.TranscriptOf(room).Any(one => one.Act is [var act]
            && Adviser.Core.ChangeOf(room, act.Intent) is RoomChange.Admission);
    }

    private void Answer()
    {
        if (End == GuestEnd.NeverAnswered || !Opposite.IsRunning
            || Last(Opposite) is not { State: IntentState.Proposed } intent)
            return;
        Opposite.Do(new DeskEvent.IntentAnswered(room, intent.Id, End != GuestEnd.Declined, $"in {room}"));
    }

    private void Come()
    {
        if (End == GuestEnd.NeverComes || !whom.IsRunning || whom.Core.StatusOf(room) != RoomStatus.Invited)
            return;
        whom.Do(End == GuestEnd.DoesNotWant ? new DeskEvent.Declined(room) : new DeskEvent.InvitationAccepted(room));
    }

    private RoomIntent? Last(SimulatedDesk desk) =>
        desk.Core.IntentsOf(room).LastOrDefault(one => one.Whom == whom.Identity.Accreditation.Content.Subject);

    // Of their own accord; or any desk of their party brings the order, and one that crashes is asked again.
    private void Go()
    {
        if (End is not (GuestEnd.Recalled or GuestEnd.Leaves) || !whom.IsRunning
            || whom.Core.StatusOf(room) != RoomStatus.Open
            || ++stayed < Stay)
            return;
        if (End == GuestEnd.Leaves)
        {
            whom.Do(new DeskEvent.LeaveTaken(room));
            return;
        }
        var by = whom.Identity.Side == Side.A ? Adviser : Opposite;
        order ??= pair.PartyOf(whom.Identity.Side).Sign(new RoomOrder(RoomOrderKind.Removal, room,
            SignaturePublicKey.From(whom.Core.LeafKeyOf(room)!.Value)!, Opaque.Empty));
        by.Do(new DeskEvent.OrderBrought(order));
    }
}

/// <summary>What becomes of a guest.</summary>
public enum GuestEnd
{
    /// <summary>Both sides want it: they come and stay.</summary>
    Stays,

    /// <summary>They come, and their own party orders them out.</summary>
    Recalled,

    /// <summary>They come, and leave.</summary>
    Leaves,

    /// <summary>The other side's person says no.</summary>
    Declined,

    /// <summary>The other side's person says nothing.</summary>
    NeverAnswered,

    /// <summary>Both want it, and the guest says no.</summary>
    DoesNotWant,

    /// <summary>Both want it, and the guest says nothing.</summary>
    NeverComes,
}
