using Coulisse.Wire.Rooms;

namespace Coulisse.Station.Storage;

/// <summary>What a station knows of one room, all of it from the outside of envelopes.</summary>
/// <param name="Room">Which.</param>
/// <param name="Floor">The lowest epoch that the own side may still send in.</param>
/// <param name="OtherFloor">The same of the other side, as it said.</param>
/// <param name="Reached">The latest epoch to which an endorsed commit of either side has led.</param>
public sealed record RoomRow(RoomId Room, ulong Floor, ulong OtherFloor, ulong Reached);
