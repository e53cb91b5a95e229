using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Refusals;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk;

/// <summary>Something a desk wants done or shown. All that it rests on is in the vault by then.</summary>
public abstract record DeskEffect
{
    private DeskEffect()
    {
    }

    /// <summary>To the own station: an encoded submission, the same bytes as often as it takes.</summary>
    public sealed record Submit(Opaque Submission) : DeskEffect;

    /// <summary>To a place that no copy of the vault is taken of, and on its disk before any effect after this one:
    /// in place of what is there.</summary>
    public sealed record Witness(Opaque Said) : DeskEffect;

    /// <summary>To the own station: what was processed.</summary>
    public sealed record Report(WireList<LogReport> Reports) : DeskEffect;

    /// <summary>To the own station, which is restoring: what this desk keeps for it, in this order.</summary>
    public sealed record Offer(IReadOnlyList<DeskOffer> Offers) : DeskEffect;

    /// <summary>To the own station: give what was not processed once more.</summary>
    public sealed record ListenAgain : DeskEffect;

    /// <summary>To the screen: a room is further than it was.</summary>
    public sealed record RoomMoved(RoomId Room, RoomStatus Status) : DeskEffect;

    /// <summary>To the screen: the transcript of a room has one more.</summary>
    public sealed record Shown(RoomId Room, ulong Order) : DeskEffect;

    /// <summary>To the screen: a message of one's own is one rung further.</summary>
    public sealed record Climbed(RoomId Room, ulong Order, Rung Rung) : DeskEffect;

    /// <summary>To the screen: words of so many messages of a room were erased, as its terms say.</summary>
    public sealed record WordsErased(RoomId Room, int Count) : DeskEffect;

    /// <summary>To the screen: our station is there, is not reached, or cannot store.</summary>
    public sealed record StationMoved(OurStation Now) : DeskEffect;

    /// <summary>To the screen: what our station says of the line has changed.</summary>
    public sealed record LineMoved(LineNews News) : DeskEffect;

    /// <summary>To the screen: what a person did cannot be done, and why.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Act">Of an act of a talk, what stands against it; else null.</param>
    public sealed record Refused(DeskRefusal Why, Refusal? Act = null) : DeskEffect;

    /// <summary>To the screen: something reached the desk that should not exist.</summary>
    public sealed record Alarm(DeskAlarm What, RoomId Room) : DeskEffect;
}
