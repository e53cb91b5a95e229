using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>A room that a person gives up for another one.</summary>
/// <param name="Room">Which.</param>
/// <param name="Why">At most 1,024 bytes of UTF-8; no station reads it.</param>
public sealed record GivenUpRoom(RoomId Room, string Why);
