namespace Coulisse.Talks.Rooms;

/// <summary>What is known of a room that a delegate is in, for looking whether a draft belongs there.</summary>
/// <param name="Name">The room, as the desk names it.</param>
/// <param name="Said">The words of its messages, in their order; of one in several languages, all of them.</param>
/// <param name="Begun">Words that were begun there and not said: drafts, sheets, what is held.</param>
public sealed record OtherRoom(string Name, IReadOnlyList<string> Said, IReadOnlyList<string> Begun);
