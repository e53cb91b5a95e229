using Coulisse.Door;

namespace Coulisse.Screens.Desks;

/// <summary>Words that were said at a window and can still be taken back.</summary>
/// <param name="Room">Where they go.</param>
/// <param name="Text">What they are.</param>
/// <param name="IsMeant">Whether they are for this room, whatever would be asked.</param>
/// <param name="Until">When they go, by the clock's own count.</param>
/// <param name="State">How far they are.</param>
/// <param name="Why">Why they did not go; null unless they were refused.</param>
internal sealed record HeldSaying(RoomAnswer Room, string Text, bool IsMeant, long Until,
    HeldState State = HeldState.Counting, RefusedAnswer? Why = null);

/// <summary>How far words are that are held.</summary>
internal enum HeldState
{
    /// <summary>They can be taken back.</summary>
    Counting,

    /// <summary>The desk is saying them.</summary>
    Going,

    /// <summary>It did not.</summary>
    Refused,

    /// <summary>It did not answer: once it is back it knows.</summary>
    InDoubt,
}
