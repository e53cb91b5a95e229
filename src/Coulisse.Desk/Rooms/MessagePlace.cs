using Coulisse.Crypto.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>Where a message stands in a room's transcript.</summary>
/// <param name="Order">Its number here.</param>
/// <param name="Desk">Its author's desk.</param>
/// <param name="Here">Since when it is here, by our clock.</param>
internal readonly record struct MessagePlace(ulong Order, Opaque Desk, DateTimeOffset Here);
