using System.Diagnostics;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Door;

/// <summary>What a person is told, in sentences that say what to do.</summary>
internal static class DoorWords
{
    /// <summary>Of what a fault of ours keeps from being looked at.</summary>
    internal const string CannotBeShown = "This desk cannot show that, by a fault of its own: nothing has changed, "
        + "what was said is kept, and all else goes on. Please tell whoever keeps this program for you what you asked "
        + "for.";

    internal static string Of(RoomStatus status) => status switch
    {
        RoomStatus.Proposed => "asked them in; their desk has not answered yet",
        RoomStatus.Opening => "they answered; the room is being opened",
        RoomStatus.AwaitingConsent => "opened by us; nothing is said before they consent",
        RoomStatus.Invited => "we are asked in: coulisse room accept, or decline",
        RoomStatus.Offered => "we are ready; waiting for them to let us in",
        RoomStatus.Joined => "let in; waiting for their word that both see the same room",
        RoomStatus.AsksForConsent => "both see the same room; it needs our consent: coulisse room consent",
        RoomStatus.Open => "open",
        RoomStatus.Frozen => "frozen: two histories of this room were found; nothing is sent or taken",
        RoomStatus.Left => "we are not in it any more; what is marked as written did not leave",
        RoomStatus.Declined => "declined: they said no, and their desk signed it",
        RoomStatus.DeclinedByUs => "declined by us",
        RoomStatus.Recalled => "our party has recalled this desk from it: nothing more is said from here, "
            + "and it is read until the keys change",
        RoomStatus.Withdrawn => "not asked any more",
        RoomStatus.Leaving => "we are leaving: nothing more is said from here, and it is read until the "
            + "others have changed the keys",
        RoomStatus.SetBack => "this desk was put back to an old copy: what was said until then can be read. To come "
            + "back: coulisse room replace; or have your party take its leaf out, and be invited again",
        RoomStatus.Replacing => "we have asked our party for our place again: have its seal sign the request (coulisse "
            + "recall replace), and bring the order: coulisse room recall; or: coulisse room give-up",
        RoomStatus.Ended => "over: nobody of the other side is in it any more; it can be read, and left",
        _ => throw new UnreachableException(),
    };

    /// <summary>How far a room is, with what is already on its way to our station.</summary>
    internal static string Of(RoomView room) => room switch
    {
        { Status: RoomStatus.AsksForConsent, Waiting: > 0 } => "our consent is on its way",
        { Status: RoomStatus.Offered, Waiting: > 0 } => "our readiness is on its way",
        { IsStuck: true } => "open, but every desk of the side that may change the keys next was ordered out by its "
            + "own party: nothing can change in it any more. Open one in its place: coulisse room open --follows ROOM "
            + "--why TEXT",
        _ => Of(room.Status),
    };

    internal static string Of(DeskRefusal why, RoomStatus? status) => why switch
    {
        DeskRefusal.NoSuchRoom => "There is no such room at this desk; see: coulisse room list",
        DeskRefusal.RoomExists => "A room of this name is there already.",
        DeskRefusal.NotNow when status is { } known => $"Not now. How the room is: {Of(known)}. Nothing was changed.",
        DeskRefusal.NotNow => "Not now. Nothing was changed.",
        DeskRefusal.TooLong => "That is longer than one message takes (61,440 bytes; 4,096 for a purpose): say it in "
            + "several.",
        DeskRefusal.Empty => "There is nothing to say: the message is empty.",
        DeskRefusal.MandateTooNarrow => "The mandate of this desk does not bind your party. "
            + "A principal or a duty officer has to do that.",
        DeskRefusal.KnownAlready => "That is so, or is proposed already; see: coulisse room show",
        DeskRefusal.NoSuchIntent => "Nobody and nothing is proposed there that waits for this; see: coulisse room show",
        DeskRefusal.TooMany => "Too much is proposed without an answer; take something back first: coulisse room "
            + "withdraw",
        DeskRefusal.NotInThisTalk => "The talk does not allow this now. Nothing was changed.",
        DeskRefusal.IsOlder => Older,
        DeskRefusal.NotOurOrder => "That is no order of your party's seal about a leaf in a room. "
            + "Make one with: coulisse recall leaf, or: coulisse recall replace",
        DeskRefusal.NotItsKeyPackage => "The order names a key package that is not here. Bring it at the desk that "
            + "asked for it, or give that desk's request as well, with --request FILE.",
        DeskRefusal.NotAtHome => "Not of a caucus: an order of the seal, and a room in another's place, would stand "
            + "where the other side reads it. Use: coulisse caucus recall, invite and open",
        DeskRefusal.OnlyAtHome => "In a room of both sides nobody is put out by a colleague: their own party's seal "
            + "orders it. See: coulisse recall leaf",
        DeskRefusal.NotHeld => "These words are not held here any more: they were said, or taken back at another "
            + "window. Look at the transcript before you say them again.",
        DeskRefusal.TermsNotFit => "Nobody could agree to terms like these; see what is said of them, and give others.",
        DeskRefusal.NotByTheTerms => "By the terms of this room another mandate consents here. Have somebody of yours "
            + "do it whom they name; see: coulisse room show",
        DeskRefusal.WiderThanLine => "These terms let more than those of the line: a room may be narrower, and not "
            + "wider. See what the line's terms say, and propose others: coulisse line charter",
        DeskRefusal.OfAnotherParty => "They are of a party that is not of this room's line, or of the other "
            + "side: nobody of another line comes in, and nobody but our own people into a caucus.",
        DeskRefusal.OfAnotherDesk => "The order would put another desk, office or mandate in that leaf's place; no "
            + "desk would take it. Have the desk itself ask again: coulisse room replace",
        _ => throw new UnreachableException(),
    };

    internal static string Of(DeskAlarm what) => what switch
    {
        DeskAlarm.BrokenRule => "Something came that breaks the rules of a room; it was not taken.",
        DeskAlarm.NotEndorsed => "A change of a room came without its station's word; it was not taken.",
        DeskAlarm.AnotherHistory => "The other side sees another history of this room. It is frozen: talk to them by "
            + "another way before anything else.",
        DeskAlarm.BrokenTranscript => "Messages of one author do not follow each other; the last one was not taken.",
        DeskAlarm.OlderThanItsWords => Older,
        DeskAlarm.RoomElsewhere => "Somebody asks this desk into a room by a name that a room of another line of this "
            + "desk has. It was not taken up: names are drawn, and no two are alike by chance.",
        DeskAlarm.TwoChains => "A party's seal has signed two histories of what it signed: it was used twice, or is in "
            + "other hands. Ask that party by another way before you rely on anything new of theirs.",
        DeskAlarm.TwoLineCharters => "Two terms of the line have one number, and both sides have signed each. All "
            + "desks go by the same one of them; look at it (coulisse line charter) and agree on terms anew.",
        DeskAlarm.OtherWordsRead => "Somebody in this room has read other words under one author's number than this "
            + "desk has. Read the last messages to each other by another way before you rely on them.",
        DeskAlarm.BrokenLog => "Our own station gave entries that do not follow each other: have it looked at.",
        DeskAlarm.AnotherDeskHasOurKeys => "Our station takes nothing from this desk: it was cut off, or a second desk "
            + "has its keys. Tell the keeper of your party's seal now.",
        _ => throw new UnreachableException(),
    };

    /// <summary>Of a vault that knows less than what has left its desk.</summary>
    internal const string Older = "More passed through this desk than its vault knows, so nothing is sent from it now. "
        + "If the vault was put back from a copy, close the desk and open it with --restored: its rooms are then given "
        + "up, and it is invited into them again. If not, another desk has its keys: tell the keeper of your party's "
        + "seal.";

    /// <summary>How far each side had come in a room that was given up.</summary>
    internal static string Of(RoomPredecessor before, Side own) => before.IsSameAtBothEnds
        ? "both sides had come to the same in it"
        : $"we had come to {Of(before.Of(own))}, they to {Of(before.Of(own.Other()))}";

    private static string Of(RoomClaim? claim) =>
        claim is null ? "nothing that is known" : $"keys {claim.Epoch}, {claim.Tag}";

    /// <summary>What is not known of what a seal has signed; null if all of it is.</summary>
    internal static string? OfChain(KnownChain? chain, bool isOurs) => chain switch
    {
        { Standing: HeadStanding.Forked } => Of(DeskAlarm.TwoChains),
        { Standing: HeadStanding.Withheld } => $"Of what the seal of {chain.Of.Party} has signed, "
            + (chain.Missing > 0 ? $"{chain.Missing} entries are" : "the words of a recall are")
            + " not here: somebody may have been recalled. "
            + (isOurs ? "Put a copy of your seal's .chain file, and its recalls, into this desk's folder and open it "
                + "again." : "Ask them to do so: their desk tells it to ours once their seal's .chain file, and its "
                + "recalls, lie in its folder."),
        _ => null,
    };

    /// <summary>Why nothing is sent from this desk now, if that is not plain from the line's state.</summary>
    internal static string? Of(DeskFreshness freshness) => freshness switch
    {
        DeskFreshness.Older => Older,
        DeskFreshness.AwaitsTheirStation => "This desk has no witness on this machine. It may be an old copy, so what "
            + "is written here waits until the other side's station was heard.",
        _ => null,
    };

    internal static string NoWitness(string path, string fault) => $"The witness of this desk, {path}, cannot be "
        + $"written ({fault}) If its vault is put back from a copy, only its station can tell. Make room, or open "
        + "the desk with --witness FILE.";

    /// <summary>What this desk proposes, or answers to, with its word still on the way to our station.</summary>
    internal const string ProposalOnItsWay = "proposed by us; on its way to our station";

    /// <summary>The same of an answer.</summary>
    internal const string AnswerOnItsWay = "our answer is on its way to our station";

    internal static string Of(IntentState state, bool isOurs, bool isTerms) => state switch
    {
        IntentState.Proposed when isOurs => "proposed by us; they have not answered, and silence is no consent",
        IntentState.Proposed => "proposed by them; it needs our answer: coulisse room consent, or decline",
        IntentState.Consented when isTerms => "both sides want it; it holds as soon as both stations have it",
        IntentState.Consented => "both sides want it; they come when their desk has accepted",
        IntentState.Declined => isOurs ? "declined by them" : "declined by us",
        IntentState.Withdrawn => isTerms ? "taken back" : "taken back, or who was asked does not come",
        IntentState.Failed => "a machine could not do it, nobody refused: look at the clocks, and propose again",
        IntentState.Overtaken => "members or terms changed meanwhile: propose again",
        IntentState.CarriedOut => isTerms ? "agreed" : "let in",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a message did about the terms of the room.</summary>
    internal static string OfTerms(HeardActKind kind) => kind switch
    {
        HeardActKind.Proposed => "proposes other terms for this room",
        HeardActKind.Consented => "consents to the other terms",
        HeardActKind.Declined => "declines the other terms",
        HeardActKind.Withdrawn => "takes back the proposal of other terms",
        HeardActKind.Failed => "could not change the terms: a fault, and no refusal",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a message did about somebody; their name is put in by whoever knows it.</summary>
    internal static string Of(HeardActKind kind, string whom) => kind switch
    {
        HeardActKind.Proposed => $"proposes {whom} for this room",
        HeardActKind.Consented => $"consents to {whom}",
        HeardActKind.Declined => $"declines {whom}",
        HeardActKind.Withdrawn => $"takes back the proposal of {whom}, or they do not come",
        HeardActKind.Failed => $"could not let {whom} in: a fault, and no refusal",
        _ => throw new UnreachableException(),
    };

    internal static string Of(Rung rung) => rung switch
    {
        Rung.Written => "written",
        Rung.AtOurStation => "at our station",
        Rung.AtTheirStation => "at their station",
        Rung.OnTheirDesk => "on their desk",
        Rung.Lost => "lost: our station had it, and its file was put back from a copy without it; say it again if it "
            + "is still to be said",
        Rung.CameBack => "not sent: who is in the room, or its terms, changed before it left; say it again if it "
            + "still holds",
        _ => throw new UnreachableException(),
    };
}
