namespace Coulisse.Talks.Rooms;

/// <summary>A draft looks as if it belonged to another room. It is asked about before it is sent; a person
/// decides.</summary>
/// <param name="Room">The other room.</param>
/// <param name="Place">Which of the messages given of that room it is like, from 0; none if it is only
/// begun there.</param>
/// <param name="Share">How much of the draft stands there, 0 to 1.</param>
public sealed record WrongRoomDoubt(string Room, int? Place, double Share);
