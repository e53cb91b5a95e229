using Coulisse.Talks.Parties;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>A caucus of our own side has to approve words before they cross, and has not approved these.</summary>
#pragma warning disable CA1032, CA1710 // Thrown with the caucus alone; named for what the user meets.
internal sealed class NotApproved(RoomId caucus, Mandate by) : Exception("Not said: what we say in this room needs the "
    + $"approval of a caucus of our own side, {caucus.ToString()[..8]}, for exactly these words and for this room, by "
    + $"{HomeWords.Of(by)}, and there is none that was not used. Ask for it: coulisse caucus ask "
    + $"{caucus.ToString()[..8]}; with --this-room and without words it asks for those of a message that was just "
    + "stopped so. Nothing was changed.")
#pragma warning restore CA1032, CA1710
{
    /// <summary>Which.</summary>
    internal RoomId Caucus => caucus;

    /// <summary>Whose approval its rules take.</summary>
    internal Mandate By => by;
}
