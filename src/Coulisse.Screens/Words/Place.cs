using Coulisse.Door;
using Coulisse.Screens.Desks;

namespace Coulisse.Screens.Words;

/// <summary>Where a room stands among the screens: what our side says alone never under the address of a room that
/// the other side reads.</summary>
internal static class Place
{
    /// <summary>Its own screen.</summary>
    internal static string Of(RoomAnswer room) => $"{(room.IsOwnSide == true ? "caucus" : "room")}/{room.Room}";

    /// <summary>A screen of a line: of the first one under its own name, of a further one with its
    /// identifier.</summary>
    internal static string Of(LineWatch lines, LineAnswer line, string screen) =>
        line.Line == lines.Latest?.Line ? screen : $"{screen}/{line.Line}";

    /// <summary>A message of it.</summary>
    internal static string Of(RoomAnswer room, ulong order) => $"{Of(room)}?at={order}#{Mark(room)}{order}";

    /// <summary>What the identifiers of its messages begin with: both kinds may stand on one screen.</summary>
    internal static string Mark(RoomAnswer room) => room.IsOwnSide == true ? "c" : "m";
}
