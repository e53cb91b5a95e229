using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// Two rules on which everything else in a room rests, each in one place. The simulated world takes one of them away at
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
}
