namespace Coulisse.Desk.Rooms;

/// <summary>How far a room is, as one desk sees it.</summary>
/// <remarks><code>
/// creator:   Proposed ── offer ──> Opening ── taken ──> AwaitingConsent ── their first commit ──> Open
/// the other: Invited ── our act ──> Offered ── welcome ──> Joined ── their word equal ──> AsksForConsent
///                                                                     ── our act, taken ──────> Open
/// creator, before Open: ── their signed no ──> Declined      the other: ── our no ──> DeclinedByUs
/// admitted:  Invited ── our act ──> Offered ── welcome ──> Joined ── our own side's word equal ──> Open
/// any:       ── another history ──> Frozen      ── our party's order ──> Recalled ── removed ──> Left
/// any:       ── a person says that this vault is an old copy ──> SetBack ── asked in again ──> Invited
/// SetBack:   ── our party is asked ──> Replacing ── its order ──> Offered ── welcome ──> Joined
/// Open:      ── our act ──> Leaving ── removed ──> Left      ── the last of the other side goes ──> Ended
/// </code></remarks>
public enum RoomStatus : ushort
{
    /// <summary>We asked the other side's desk for a key package.</summary>
    Proposed = 1,

    /// <summary>We have it; our opening commit is on its way to our station.</summary>
    Opening = 2,

    /// <summary>We opened it; nothing is said before the other side has consented.</summary>
    AwaitingConsent = 3,

    /// <summary>The other side asks us in.</summary>
    Invited = 4,

    /// <summary>We gave a key package, and wait for the welcome.</summary>
    Offered = 5,

    /// <summary>We are in the group, and wait for the other side's word that it is in the same.</summary>
    Joined = 6,

    /// <summary>It is the same; a person of ours has to consent.</summary>
    AsksForConsent = 7,

    /// <summary>Both sides consented.</summary>
    Open = 8,

    /// <summary>Two histories were found: nothing is sent or taken.</summary>
    Frozen = 9,

    /// <summary>We were removed.</summary>
    Left = 10,

    /// <summary>Their desk said no, and signed it.</summary>
    Declined = 11,

    /// <summary>A person of ours said no.</summary>
    DeclinedByUs = 12,

    /// <summary>Our party has ordered this desk out: it says nothing more, and reads until the keys change.</summary>
    Recalled = 13,

    /// <summary>Who asked us in does not need us any more.</summary>
    Withdrawn = 14,

    /// <summary>A person of ours leaves: this desk says nothing more, and reads until it is out.</summary>
    Leaving = 15,

    /// <summary>Nobody of the other side is in it any more.</summary>
    Ended = 16,

    /// <summary>This desk was put back to an old copy: the keys it had here were used further, and are gone.</summary>
    SetBack = 17,

    /// <summary>We have asked our party for our place again, and its order has not been read yet.</summary>
    Replacing = 18,
}

/// <summary>What follows from how far a room is.</summary>
internal static class RoomStatusRules
{
    /// <summary>Whether words of it may be read.</summary>
    internal static bool IsHeard(this RoomStatus status) => status is RoomStatus.Open or RoomStatus.Recalled
        or RoomStatus.Leaving or RoomStatus.Ended;

    /// <summary>Whether nothing more is said or read in it.</summary>
    internal static bool IsOver(this RoomStatus status) => status is RoomStatus.Frozen or RoomStatus.Left
        or RoomStatus.Declined or RoomStatus.DeclinedByUs or RoomStatus.Withdrawn or RoomStatus.SetBack;
}
