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
        foreach (var fact in Of(terms))
            yield return fact;
        if (room.OfLine is { } line)
        {
            yield return ("Of the line", $"terms {line.Number}, {PlainLine.Of(line.Terms.Purpose)}; excluded in each "
                + $"of its rooms: {PlainLine.Of(CharterWords.Of(TermsTelling.CharterOf(line.Terms),
                    CharterField.Excluded))}. See: coulisse line charter");
        }
        if (room.Wider is { Count: > 0 } wider)
            yield return ("Mind", "These terms let more than those of the line: " + string.Join(", ",
                wider.Select(one =>
                    CharterWords.Name(TermsTelling.Choice<CharterField>(one) ?? CharterField.Purpose))));
        if (room.Erases is { } pending)
            yield return ("To be erased", $"the words of {pending.Messages} messages, at "
                + $"{ScreenText.Instant(pending.At)}, as the terms say. If this machine's clock is wrong, close the "
                + "desk and set it right");
    }

    /// <summary>Terms, field by field.</summary>
    internal static IEnumerable<(string Name, string Value)> Of(TermsAnswer terms)
    {
        var charter = TermsTelling.CharterOf(terms);
        return Enum.GetValues<CharterField>()
            .Select(field => (CharterWords.Name(field), PlainLine.Of(CharterWords.Of(charter, field))));
    }

    /// <summary>What would become of a field.</summary>
    internal static (string Name, string Value) Of(TermChangeAnswer change) => (
        $"  {CharterWords.Name(TermsTelling.Choice<CharterField>(change.Field) ?? CharterField.Purpose)}",
        $"now: {PlainLine.Of(change.Was)}; then: {PlainLine.Of(change.Is)}");
}
