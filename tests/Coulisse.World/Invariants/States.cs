using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using static Coulisse.Desk.Members.IntentState;
using static Coulisse.Desk.Rooms.RoomStatus;

namespace Coulisse.World.Invariants;

/// <summary>The states of a room and of an intent, as each desk has them.</summary>
public static class States
{
    public static StateTable<RoomStatus> Rooms { get; } = new("A room, on one desk",
        (null, RoomStatus.Proposed, "a person here asks a desk of theirs into a new room"),
        (RoomStatus.Proposed, Opening, "their desk gave a key package"),
        (Opening, RoomStatus.Proposed, "no commit can add that package: it has to be given again"),
        (Opening, AwaitingConsent, "our station took the opening commit"),
        (AwaitingConsent, Open, "their first commit: the act of a person whose mandate binds them"),
        (RoomStatus.Proposed, RoomStatus.Declined, "their desk's signed no"),
        (Opening, RoomStatus.Declined, "their desk's signed no"),
        (AwaitingConsent, RoomStatus.Declined, "their desk's signed no"),
        (null, Invited, "a desk asks us in"),
        (Invited, Offered, "a person here accepts: our key package goes"),
        (Offered, Joined, "the welcome"),
        (Joined, AsksForConsent, "a new room: their word of what they see equals what we see"),
        (AsksForConsent, Open, "our station took our first commit: the act of a person here"),
        (Joined, Open, "a room that was there: the word of our own side's member, or of theirs if we have none in it"),
        (Joined, Frozen, "that word is another: two histories"),
        (Invited, DeclinedByUs, "a person here says no"),
        (Offered, DeclinedByUs, "a person here says no"),
        (Joined, DeclinedByUs, "a person here says no to a new room"),
        (AsksForConsent, DeclinedByUs, "a person here says no"),
        (Invited, RoomStatus.Withdrawn, "who asked us in does not need us any more"),
        (Offered, RoomStatus.Withdrawn, "who asked us in does not need us any more"),
        (Open, Leaving, "a person here takes this desk out"),
        (Leaving, Left, "a commit takes us out"),
        (Open, Recalled, "our party's seal orders us out"),
        (Recalled, Left, "a commit takes us out"),
        (Open, Left, "a commit takes us out, by an order that it brings itself"),
        (Open, Ended, "nobody of theirs is in it any more"),
        (Ended, Left, "a person here takes this desk out"),
        (Left, Invited, "asked in again"),
        (DeclinedByUs, Invited, "asked in again"),
        (RoomStatus.Withdrawn, Invited, "asked in again"));

    public static StateTable<IntentState> Intents { get; } = new("An intent, on one desk",
        (null, IntentState.Proposed, "a message of a member whose mandate binds its side"),
        (IntentState.Proposed, Consented, "a person of the other side whose mandate binds it"),
        (IntentState.Proposed, IntentState.Declined, "such a person"),
        (IntentState.Proposed, IntentState.Withdrawn, "its own side; or whom it names does not come"),
        (Consented, IntentState.Withdrawn, "its own side; or whom it names does not come"),
        (IntentState.Declined, IntentState.Withdrawn, "both, in either order"),
        (IntentState.Proposed, Failed, "a machine that could not"),
        (Consented, Failed, "a machine that could not"),
        (IntentState.Declined, Failed, "both, in either order"),
        (IntentState.Withdrawn, Failed, "both, in either order"),
        (IntentState.Proposed, Overtaken, "a commit that carries out another intent"),
        (Consented, Overtaken, "a commit that carries out another intent"),
        (null, Consented, "that word was read before the intent"),
        (null, IntentState.Declined, "that word was read before the intent"),
        (null, IntentState.Withdrawn, "that word was read before the intent"),
        (null, Failed, "that word was read before the intent"),
        (null, Overtaken, "it was said before such a commit, and is read after it"),
        (Consented, CarriedOut, "the other side's commit"),
        (IntentState.Declined, CarriedOut, "it was consented to as well, and the commit came first"),
        (IntentState.Withdrawn, CarriedOut, "taken back too late: the commit stands"),
        (Failed, CarriedOut, "a machine gave up too late: the commit stands"));

}
