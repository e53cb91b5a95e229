using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>
/// The words that were stopped last and asked about, so that whoever answers does not type them again. In memory alone:
/// they were not said, and are gone when the desk is closed.
/// </summary>
internal sealed class Stopped
{
    private readonly Lock gate = new();
    private (RoomId Into, RoomId Like, TalkQuestion What)? kept;

    internal void Keep(RoomId into, RoomId like, TalkQuestion what)
    {
        lock (gate)
            kept = (into, like, what);
    }

    /// <summary>What was stopped on its way into this room, or may be said here as it was said here before; null if
    /// nothing was. It stays until it is said.</summary>
    internal TalkQuestion? For(RoomId room, string kind)
    {
        lock (gate)
            return kept is { } one && one.What.Kind == kind
                && (one.Into == room || (one.Like == room && one.What.To is null)) ? one.What : null;
    }

    internal void Said(TalkQuestion what)
    {
        lock (gate)
        {
            if (ReferenceEquals(kept?.What, what))
                kept = null;
        }
    }
}
