using System.Diagnostics;
using Coulisse.Desk.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What a person is told, in sentences that say what to do.</summary>
internal static class DoorWords
{
    internal static string Of(RoomStatus status) => status switch
    {
        RoomStatus.Proposed => "asked them in; their desk has not answered yet",
        RoomStatus.Opening => "they answered; the room is being opened",
        RoomStatus.AwaitingConsent => "opened by us; nothing is said before they consent",
        RoomStatus.Invited => "they ask us in: coulisse room accept",
        RoomStatus.Offered => "we are ready; waiting for them to let us in",
        RoomStatus.Joined => "let in; waiting for their word that both see the same room",
        RoomStatus.AsksForConsent => "both see the same room; it needs our consent: coulisse room consent",
        RoomStatus.Open => "open",
        RoomStatus.Frozen => "frozen: two histories of this room were found; nothing is sent or taken",
        RoomStatus.Left => "we are not in it any more",
        RoomStatus.Declined => "declined: they said no, and their desk signed it",
        RoomStatus.DeclinedByUs => "declined by us",
        _ => throw new UnreachableException(),
    };

    /// <summary>How far a room is, with what is already on its way to our station.</summary>
    internal static string Of(RoomView room) => room switch
    {
        { Status: RoomStatus.AsksForConsent, Waiting: > 0 } => "our consent is on its way",
        { Status: RoomStatus.Offered, Waiting: > 0 } => "our readiness is on its way",
        _ => Of(room.Status),
    };

    internal static string Of(DeskRefusal why, RoomStatus? status) => why switch
    {
        DeskRefusal.NoSuchRoom => "There is no such room at this desk; see: coulisse room list",
        DeskRefusal.RoomExists => "A room of this name is there already.",
        DeskRefusal.NotNow when status is { } known => $"Not now: this room is {Of(known)}. Nothing was changed.",
        DeskRefusal.NotNow => "Not now. Nothing was changed.",
        DeskRefusal.TooLong => "That is longer than one message takes (61,440 bytes; 4,096 for a purpose): say it in "
            + "several.",
        DeskRefusal.Empty => "There is nothing to say: the message is empty.",
        DeskRefusal.MandateTooNarrow => "The mandate of this desk does not bind your party. "
            + "A principal or a duty officer has to consent.",
        _ => throw new UnreachableException(),
    };

    internal static string Of(DeskAlarm what) => what switch
    {
        DeskAlarm.BrokenRule => "Something came that breaks the rules of a room; it was not taken.",
        DeskAlarm.NotEndorsed => "A change of a room came without its station's word; it was not taken.",
        DeskAlarm.AnotherHistory => "The other side sees another history of this room. It is frozen: talk to them by "
            + "another way before anything else.",
        DeskAlarm.BrokenTranscript => "Messages of one author do not follow each other; the last one was not taken.",
        DeskAlarm.BrokenLog => "Our own station gave entries that do not follow each other: have it looked at.",
        DeskAlarm.AnotherDeskHasOurKeys => "Our station takes nothing from this desk: it was cut off, or a second desk "
            + "has its keys. Tell the keeper of your party's seal now.",
        _ => throw new UnreachableException(),
    };

    internal static string Of(Rung rung) => rung switch
    {
        Rung.Written => "written",
        Rung.AtOurStation => "at our station",
        Rung.AtTheirStation => "at their station",
        Rung.OnTheirDesk => "on their desk",
        _ => throw new UnreachableException(),
    };
}
