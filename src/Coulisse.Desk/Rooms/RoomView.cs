using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>What a desk knows of one of its rooms, for a screen.</summary>
/// <param name="Id">Which.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Counterpart">The other side's desk that was asked in, or that asks.</param>
/// <param name="Charter">Its terms, once they are known.</param>
/// <param name="Turn">The side that may change keys and members.</param>
/// <param name="TurnSince">Since when, by this desk's clock; null before there is a group.</param>
/// <param name="Epoch">How often they have changed; null before there is a group.</param>
/// <param name="Tag">What all members of this epoch have in common and nobody else; for comparing by voice.</param>
/// <param name="Members">Who is in it, each by what its party's seal says.</param>
/// <param name="Intents">What was wanted of its members and terms, the earliest first.</param>
/// <param name="IntentsSince">Since when each is known here, by this desk's clock and by where it stands in the
/// transcript.</param>
/// <param name="Answering">To which of them an answer of this desk waits.</param>
/// <param name="Proposing">What this desk proposes, with its word still waiting.</param>
/// <param name="Awaited">What others have read and is not here.</param>
/// <param name="Follows">The room whose place it takes; null if it begins something.</param>
/// <param name="FollowedBy">The room that takes its place; null if none does.</param>
/// <param name="Shown">How many messages the transcript has.</param>
/// <param name="Waiting">How many things of it wait to reach our station.</param>
/// <param name="IsStuck">Whether nobody is left who could change its keys or members.</param>
public sealed record RoomView(RoomId Id, RoomStatus Status, Opaque Counterpart, RoomCharter? Charter, Side Turn,
    DateTimeOffset? TurnSince, ulong? Epoch, Opaque? Tag, IReadOnlyList<RoomMember> Members,
    IReadOnlyList<RoomIntent> Intents, IReadOnlyDictionary<ulong, DateTimeOffset> IntentsSince,
    IReadOnlyList<IntentId> Answering, IReadOnlyList<WaitingProposal> Proposing,
    IReadOnlyList<AwaitedMessages> Awaited, RoomPredecessor? Follows, RoomId? FollowedBy, ulong Shown, int Waiting,
    bool IsStuck)
{
    /// <summary>Whether this desk was let into a room that was there: what was agreed before is not known to
    /// it.</summary>
    public bool CameLater { get; init; }

    /// <summary>How far the authors of others have come, all together: it grows when one of them has spoken.</summary>
    public ulong OthersSaid { get; init; }

    /// <summary>In which fields its terms let more than those of the line.</summary>
    public IReadOnlyList<CharterField> Wider { get; init; } = [];

    /// <summary>Words that are to be erased; null if none are yet.</summary>
    public PendingErasure? Erases { get; init; }

    /// <summary>Since when words are held here that can still be taken back; null if none are.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    internal static RoomView Of(Room room, Room? followedBy, Sending sending, Func<ulong, Heard?> heard) => new(
        room.Id, room.Record.Status, room.Record.Counterpart,
        room.Record.Charter, room.Record.Turn, room.Record.TurnSince == 0 ? null
            : DateTimeOffset.FromUnixTimeMilliseconds((long)room.Record.TurnSince), room.Group?.View.Epoch.Value,
        room.Group is { } group ? EpochTag.Of(group) : null,
        [.. room.Members()], room.Record.Members.Intents, Since(room, sending, heard),
        [.. room.Record.Members.Intents.Where(one => one.IsOpen && sending.Items.IsAnswering(room.Id, one.Id))
            .Select(one => one.Id)],
        [.. sending.Items.ProposedIn(room.Id).Select(one =>
            new WaitingProposal(one.Order, one.Wanted.What, one.Wanted.Reason))],
        [.. Naming.Awaited(room.Record)], room.Record.Follows is [var before] ? before : null, followedBy?.Id,
        room.Visible, sending.Items.CountIn(room.Id), room.IsStuck);

    private static Dictionary<ulong, DateTimeOffset> Since(Room room, Sending sending, Func<ulong, Heard?> heard) =>
        room.Record.Members.Intents.Select(one => one.Order)
            .Concat(sending.Items.ProposedIn(room.Id).Select(one => one.Order))
            .Select(order => (order, heard(order)))
            .Where(one => one.Item2 is not null)
            .ToDictionary(one => one.order, one => one.Item2!.Rungs[0].Instant);
}

/// <summary>Somebody in a room.</summary>
/// <param name="Desk">By what their party's seal says.</param>
/// <param name="LeafKey">The key with which they sign here, which an order of their party names.</param>
/// <param name="End">Whether their own party has ordered them out.</param>
public sealed record RoomMember(Sealed<Accreditation> Desk, Opaque LeafKey, RoomMemberEnd End);

/// <summary>What a member's own party has ordered about them.</summary>
public enum RoomMemberEnd
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They go, and read until the keys change.</summary>
    IsRecalled,

    /// <summary>Another leaf of the same desk takes their place.</summary>
    IsReplaced,
}

/// <summary>What this desk proposes, before our station has taken it.</summary>
/// <param name="Order">Its place in the transcript.</param>
/// <param name="What">The change.</param>
/// <param name="Reason">Why.</param>
public sealed record WaitingProposal(ulong Order, RoomChange What, string Reason);

/// <summary>Messages that somebody has read and that are not here: on their way, or kept from this desk.</summary>
/// <param name="Author">Whose.</param>
/// <param name="Count">How many.</param>
/// <param name="ReadBy">Who says so.</param>
/// <param name="Since">Since when, by this desk's clock.</param>
public sealed record AwaitedMessages(Opaque Author, ulong Count, Opaque ReadBy, DateTimeOffset Since);
