using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Talks.Charters;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>The terms of a room as lines of a terminal.</summary>
internal static class TermsText
{
    /// <summary>All of them, and what they are about to do.</summary>
    internal static IEnumerable<(string Name, string Value)> Of(RoomAnswer room)
    {
        if (room.Terms is not { } terms)
            yield break;
        var charter = TermsTelling.CharterOf(terms);
        foreach (var field in Enum.GetValues<CharterField>())
            yield return (CharterWords.Name(field), PlainLine.Of(CharterWords.Of(charter, field)));
        if (room.Erases is { } pending)
            yield return ("To be erased", $"the words of {pending.Messages} messages, at "
                + $"{ScreenText.Instant(pending.At)}, as the terms say. If this machine's clock is wrong, close the "
                + "desk and set it right");
    }

    /// <summary>What would become of a field.</summary>
    internal static (string Name, string Value) Of(TermChangeAnswer change) => (
        $"  {CharterWords.Name(TermsTelling.Choice<CharterField>(change.Field) ?? CharterField.Purpose)}",
        $"now: {PlainLine.Of(change.Was)}; then: {PlainLine.Of(change.Is)}");
}
