using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Wording = Coulisse.Talks.Values.Wording;

namespace Coulisse.Desk;

/// <summary>Something that happened to a desk: what its station gave or answered, and what a person did.</summary>
public abstract record DeskEvent
{
    private DeskEvent()
    {
    }

    /// <summary>The station is there (again): what waits is sent once more.</summary>
    public sealed record StationCame : DeskEvent;

    /// <summary>The station gave something.</summary>
    public sealed record Given(Delivery Delivery) : DeskEvent;

    /// <summary>The station answered a submission.</summary>
    public sealed record Answered(Verdict Verdict) : DeskEvent;

    /// <summary>A person asks a desk of the other side into a new room.</summary>
    /// <param name="Room">Its identifier, drawn.</param>
    /// <param name="Counterpart">The other side's desk that is asked in.</param>
    /// <param name="Charter">Its terms.</param>
    /// <param name="Follows">The room whose place it is to take; null if it begins something.</param>
    public sealed record RoomProposed(RoomId Room, Opaque Counterpart, RoomCharter Charter, GivenUpRoom? Follows = null)
        : DeskEvent;

    /// <summary>A person lets the own desk be added to a room that the other side proposes.</summary>
    public sealed record InvitationAccepted(RoomId Room) : DeskEvent;

    /// <summary>A person says no to a room that the other side proposes; possible until they have consented.</summary>
    public sealed record Declined(RoomId Room) : DeskEvent;

    /// <summary>A person whose mandate allows it consents to a room.</summary>
    public sealed record Consented(RoomId Room) : DeskEvent;

    /// <summary>The desk was opened, before anything else happens.</summary>
    /// <param name="Witness">What was last wanted to be written by <see cref="DeskEffect.Witness"/>; null if nothing
    /// is there.</param>
    public sealed record Opened(Opaque? Witness) : DeskEvent;

    /// <summary>A person says that this vault was put back from a copy.</summary>
    public sealed record PutBack : DeskEvent;

    /// <summary>What lies in the desk's folder of both seals' chains.</summary>
    public sealed record CredenceBrought(IReadOnlyList<ChainPiece> Pieces) : DeskEvent;

    /// <summary>A person says something: at most 60 KiB of UTF-8.</summary>
    public sealed record Said(RoomId Room, string Text, Precedence Precedence) : DeskEvent
    {
        /// <summary>Whether these are the words that are held in the room: then they are said only if they still are,
        /// and so never twice.</summary>
        public bool IsHeld { get; init; }
    }

    /// <summary>A person does what an act of a talk is.</summary>
    /// <param name="Room">Where.</param>
    /// <param name="Act">What.</param>
    /// <param name="Words">The same in words, for whoever cannot read acts.</param>
    /// <param name="Precedence">How fast.</param>
    public sealed record ActSaid(RoomId Room, TalkAct Act, ImmutableArray<Wording> Words, Precedence Precedence)
        : DeskEvent
    {
        /// <summary>What of it a person has typed; empty if nothing.</summary>
        public string Typed { get; init; } = "";
    }

    /// <summary>A person does something about who is in a room, or about its terms.</summary>
    public abstract record MemberAct : DeskEvent
    {
        private protected MemberAct()
        {
        }
    }

    /// <summary>A person whose mandate allows it proposes somebody for a room that is open, or other terms.</summary>
    /// <param name="Room">Which.</param>
    /// <param name="What">A desk of either side, by what its party's seal says of it; or all the terms.</param>
    /// <param name="Reason">Why; at most 1,024 bytes of UTF-8, and may be empty.</param>
    public sealed record ChangeProposed(RoomId Room, RoomChange What, string Reason) : MemberAct;

    /// <summary>A person whose mandate allows it says yes or no to what the other side proposes.</summary>
    public sealed record IntentAnswered(RoomId Room, IntentId Intent, bool Consents, string Reason) : MemberAct;

    /// <summary>A person takes back what their side proposed.</summary>
    public sealed record IntentWithdrawn(RoomId Room, IntentId Intent, string Reason) : MemberAct;

    /// <summary>A person takes this desk out of a room that is open.</summary>
    public sealed record LeaveTaken(RoomId Room) : MemberAct;

    /// <summary>A person brings an order that their party's seal signed.</summary>
    /// <param name="Order">The order.</param>
    /// <param name="KeyPackage">The key package that enters by it; empty for a removal, and at the desk whose own it
    /// is.</param>
    public sealed record OrderBrought(Sealed<RoomOrder> Order, Opaque KeyPackage = default) : MemberAct;

    /// <summary>A person at a desk that was put back to an old copy asks their party for its place in a room
    /// again.</summary>
    /// <param name="Room">Which.</param>
    /// <param name="Leaf">The key of the leaf that goes, if it is another than the desk remembers: others in the room
    /// see it.</param>
    public sealed record ReplacementAsked(RoomId Room, SignaturePublicKey? Leaf = null) : MemberAct;

    /// <summary>A person waits no longer for their party's order to be obeyed.</summary>
    public sealed record WaitingGivenUp(RoomId Room) : MemberAct;

    /// <summary>Nothing but time.</summary>
    public sealed record TimePassed : DeskEvent;
}
