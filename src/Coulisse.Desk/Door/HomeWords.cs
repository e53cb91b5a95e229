using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Parties;
using Coulisse.Wire.Desks;
using Refusal = Coulisse.Talks.Refusals.Refusal;
using RefusalWords = Coulisse.Talks.Refusals.RefusalWords;

namespace Coulisse.Desk.Door;

/// <summary>What a person is told of a caucus where it is not what is told of a room of both sides.</summary>
internal static class HomeWords
{
    /// <summary>How far a caucus is.</summary>
    internal static string Of(RoomView room) => room.Status switch
    {
        RoomStatus.AwaitingConsent or RoomStatus.Joined => "let in; waiting for a colleague's word that both see the "
            + "same room",
        RoomStatus.Open when room.Members.Count == 1 => "open, with nobody else in it: ask somebody in, or leave",
        RoomStatus.Open when room.CameLater => "open; what was said in it before this desk came is not known here; "
            + "which of our words need its approval, colleagues' desks have told this one",
        RoomStatus.Left => "this desk is not in it any more; what is marked as written did not leave",
        RoomStatus.SetBack => "this desk was put back to an old copy: what was said until then can be read. To come "
            + "back, have a colleague in it put this desk out (coulisse caucus recall) and ask it in again",
        _ => DoorWords.Of(room),
    };

    /// <summary>How far a message of one's own is: there is no other station, and no desk of theirs.</summary>
    internal static string Of(Rung rung) => rung == Rung.OnTheirDesk ? "on our desks" : DoorWords.Of(rung);

    /// <summary>How far something about members or terms is: a mandate of ours is all that it needs.</summary>
    internal static string Of(IntentState state, RoomChange what) => (state, what) switch
    {
        (IntentState.Proposed or IntentState.Consented, RoomChange.Admission) =>
            "asked in; they come when their desk has accepted",
        (IntentState.Proposed or IntentState.Consented, RoomChange.Removal) => "to go as soon as the keys change",
        (IntentState.Proposed or IntentState.Consented, _) => "to hold as soon as the keys change",
        (IntentState.CarriedOut, RoomChange.Removal) => "out",
        (IntentState.CarriedOut, RoomChange.Amendment) => "in force",
        _ => DoorWords.Of(state, isOurs: true, what is RoomChange.Amendment),
    };

    /// <summary>What a message did about somebody or the terms.</summary>
    internal static string Of(HeardActKind kind, RoomChange? what, string whom) => (kind, what) switch
    {
        (HeardActKind.Proposed, RoomChange.Admission) => $"asks {whom} into this caucus",
        (HeardActKind.Proposed, RoomChange.Removal) => $"puts {whom} out of this caucus",
        (HeardActKind.Proposed, RoomChange.Amendment) => "gives this caucus other terms",
        (HeardActKind.Withdrawn, RoomChange.Removal) => $"takes back that {whom} goes",
        (HeardActKind.Failed, RoomChange.Removal) => $"could not put {whom} out: a fault, and no refusal",
        (_, RoomChange.Amendment) => DoorWords.OfTerms(kind),
        _ => DoorWords.Of(kind, whom),
    };

    /// <summary>Whose approval the rules of a caucus take.</summary>
    internal static string Of(Mandate by) => by == Mandate.None ? "nobody, as its rules exclude each other: lift one"
        : MandateNames.Of(by, " or ");

    /// <summary>Why an approval comes to nothing, and whose it takes.</summary>
    internal static string Of(Refusal why, Mandate by) => why == Refusal.NotByTheRule
        ? $"By a rule of this caucus another mandate approves what is said in that room: {Of(by)}."
        : $"Your mandate does not allow this. It takes the approval of: {Of(by)}.";

    /// <summary>Why an act comes to nothing.</summary>
    internal static string Of(Refusal why) => why == Refusal.NotYoursToSay
        ? "That is for another person of ours: whoever asks for approval does not give it, and only who asked asks no "
            + "more." : RefusalWords.Of(why);

    /// <summary>What to do about what our station says of our own desks' log; null if nothing.</summary>
    internal static string? Of(LineNews? news) => news switch
    {
        { IsFrozen: true } => "Our station found two histories of what our own desks say among themselves, in "
            + "caucuses. Nothing of it is taken any more; have the keeper of our station look at it.",
        { IsRestoring: true } restoring => "Our station's file was put back from a copy: what is written in caucuses "
            + "waits until " + (restoring.Awaited > 0
                ? $"{restoring.Awaited} of our desks have said what they keep: open them, or have the keeper of our "
                    + "station cut off those that are gone."
                : $"{restoring.Lost} entries are back. No other station has them: if no desk of ours kept them they "
                    + "are lost, and the keeper of our station can give them up (coulisse station run "
                    + "--give-up-missing)."),
        { Damaged: > 0 and var damaged } => $"In our station's file {damaged} entries of caucuses are not what was "
            + "written; they are given to nobody. Have the keeper of our station put a copy back.",
        { IsFull: true } => "Our station takes nothing more in caucuses but what is immediate, until all our desks "
            + "have read: see which is far behind.",
        _ => null,
    };
}
