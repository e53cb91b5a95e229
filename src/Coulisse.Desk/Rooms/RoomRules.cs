using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// The rules on which everything else in a room rests, each in one place. The simulated world takes one of them away at
/// a time, and has to notice.
/// </summary>
internal class RoomRules
{
    internal static RoomRules Usual { get; } = new();

    /// <summary>Rule 1: whether a side may commit in an epoch whose turn is this one's.</summary>
    internal virtual bool MayCommit(Side turn, Side side) => side == turn;

    /// <summary>Rule 7: the lowest epoch whose keys stay.</summary>
    /// <param name="floor">The lowest epoch that either log can still bring something of.</param>
    /// <param name="present">The present one.</param>
    internal virtual ulong KeptFrom(ulong floor, ulong present) => floor;

    /// <summary>Rule 8: whether anything may be sealed.</summary>
    /// <param name="isFresh">Whether this is known to be the newest state of the desk.</param>
    internal virtual bool MaySeal(bool isFresh) => isFresh;

    /// <summary>Rule 3: whether somebody may be added.</summary>
    /// <param name="isConsented">Whether an act of the other side's person is known.</param>
    internal virtual bool MayAdd(bool isConsented) => isConsented;

    /// <summary>Rule 3: whether the terms may become others.</summary>
    /// <param name="isConsented">Whether an act of the other side's person is known.</param>
    internal virtual bool MayAmend(bool isConsented) => isConsented;

    /// <summary>Rule 3: whether somebody binds their party by consenting.</summary>
    /// <param name="isNamed">Whether the terms of the room let their mandate.</param>
    internal virtual bool MayBind(bool isNamed) => isNamed;

    /// <summary>Whether terms of the line that both sides have signed take the place of others.</summary>
    /// <param name="number">Theirs.</param>
    /// <param name="than">That of the others.</param>
    internal virtual bool IsLater(ulong number, ulong than) => number > than;

    /// <summary>Rule 3: whether somebody may be removed.</summary>
    /// <param name="isOrdered">Whether their own party's order is known.</param>
    internal virtual bool MayRemove(bool isOrdered) => isOrdered;

    /// <summary>Rule 3: whether a leaf may take another's place by an order.</summary>
    /// <param name="isSame">Whether it is of the same desk, office and mandate.</param>
    internal virtual bool MayReplace(bool isSame) => isSame;
}
