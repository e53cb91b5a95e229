using Coulisse.Door;
using Coulisse.Talks.Charters;

namespace Coulisse.Desk.Door;

/// <summary>What an officer is told before words cross from one room to another.</summary>
internal static class ConveyWords
{
    internal static string Of(RoomAnswer from, RoomAnswer into, string fromParty, string intoParty) => string.Join(' ',
        ((string?[])[Crosses(from, into, fromParty, intoParty), Terms(from, fromParty)]).OfType<string>());

    /// <summary>The same by a name.</summary>
    internal static string How(RoomAnswer from, RoomAnswer into, string fromParty, string intoParty) =>
        into.IsOwnSide == true ? "IntoOwn" : from.IsOwnSide == true ? "OutOfOwn"
            : fromParty == intoParty ? "OneParty" : "Crosses";

    /// <summary>That it would be against the terms of the first room; nothing if it would not.</summary>
    internal static string Of(Quoting against, IReadOnlyList<ulong> orders) => against == default ? ""
        : $" By the terms of that room, {ExportDoor.WordsOf(against)}, and that is not so of message "
            + $"{string.Join(", ", orders)}: to convey it BREAKS THE TERMS.";

    private static string Crosses(RoomAnswer from, RoomAnswer into, string fromParty, string intoParty) =>
        (from.IsOwnSide, into.IsOwnSide) switch
        {
            (_, true) => "It goes into a caucus of our own side alone.",
            (true, _) => $"It was said among our own side, and {intoParty} will read it.",
            _ when fromParty == intoParty => $"Both rooms are with {intoParty}; other people of theirs will read it.",
            _ => $"It CROSSES from the line with {fromParty} to the line with {intoParty}. {fromParty} is not told; "
                + $"{intoParty} is not told whose words they are, unless the words say so.",
        };

    private static string? Terms(RoomAnswer from, string fromParty) => from.IsOwnSide == true ? null
        : $"The terms of that room, agreed with {fromParty} — purpose: {from.Purpose ?? "not known here"} — "
            + $"excluded: {from.Excluded ?? "not known here"}";
}
