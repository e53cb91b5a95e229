namespace Coulisse.Talks.Rooms;

/// <summary>What is known of a room that a delegate is in, for looking whether a draft belongs there.</summary>
/// <param name="Name">The room, as the desk names it.</param>
/// <param name="Talk">What was said in it.</param>
public sealed record OtherRoom(string Name, Talk Talk);
