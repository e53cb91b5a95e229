using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>How the states that a desk tells look, and what they are called.</summary>
internal static class LineWords
{
    /// <summary>Of a state of the line as the desk names it, the part of a phrase's key.</summary>
    internal static string Key(string state) => state.Replace(' ', '-');

    /// <summary>The shape of a state of the line.</summary>
    internal static string Look(string state) => state switch
    {
        "open" => "good",
        "degraded" or "restoring" => "partly",
        "our station unreachable" or "their station unreachable" => "cut",
        "frozen" or "damaged" => "stopped",
        _ => "unknown",
    };

    /// <summary>The shape of a room's status.</summary>
    internal static string RoomLook(string status) => status switch
    {
        "Open" => "good",
        "Frozen" or "SetBack" or "Recalled" => "stopped",
        "Left" or "Declined" or "DeclinedByUs" or "Withdrawn" or "Ended" => "cut",
        "Invited" or "AsksForConsent" => "partly",
        _ => "unknown",
    };

    /// <summary>The state that a cause belongs to, as the desk names it.</summary>
    internal static string StateOf(string cause) => cause switch
    {
        "open" or "frozen" or "damaged" or "restoring" => cause,
        "missing" or "full" or "other-full" or "our-station-disk" => "degraded",
        "our-station-away" => "our station unreachable",
        "their-station-away" or "their-station-away-full" => "their station unreachable",
        _ => "unknown",
    };

    /// <summary>Why the line is so, in the language that is spoken.</summary>
    internal static string Why(Speech speech, LineAnswer line) => Why(speech, line.Cause, line.Number, line.Words);

    /// <summary>Why it was so.</summary>
    internal static string Why(Speech speech, string cause, ulong number, string words) =>
        cause is "missing" or "damaged" ? speech.Now.Count($"cause.{cause}", (long)number)
            : speech.Or($"cause.{cause}", words);
}
