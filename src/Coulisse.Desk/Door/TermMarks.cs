using Coulisse.Talks;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Where a room's terms stand in the words of its messages.</summary>
internal sealed class TermMarks
{
    private readonly Glossary glossary;
    private readonly Dictionary<MessageId, ulong> numbers;

    private TermMarks(Glossary glossary, Dictionary<MessageId, ulong> numbers) =>
        (this.glossary, this.numbers) = (glossary, numbers);

    /// <summary>The terms as they are now; none while the talk is still looked through, since a screen asks again then.
    /// On the desk's own thread.</summary>
    internal static TermMarks Of(DeskCore core, RoomId room)
    {
        if (!core.IsTalkFollowed(room))
            return new(Talk.Empty.Glossary, []);
        var glossary = core.TalkOf(room).Glossary;
        return new(glossary, glossary.Terms.ToDictionary(term => term.Id,
            term => core.PlaceOf(room, term.Id)!.Value.Order));
    }

    /// <summary>The same message with its terms marked; anywhere.</summary>
    internal MessageAnswer In(MessageAnswer message) => numbers.Count == 0 || message.Text.Length == 0 ? message
        : message with { Marks = [.. Marks(message.Text)] };

    // Marks are counted in scalars, and a browser's text in UTF-16.
    private IEnumerable<MarkAnswer> Marks(string text)
    {
        var (place, scalars) = (0, 0);
        foreach (var mark in glossary.Mark(text, ""))
        {
            place += Units(text.AsSpan(place), mark.Range.Start - scalars);
            var end = place + Units(text.AsSpan(place), mark.Range.End - mark.Range.Start);
            yield return new(place, end, numbers[mark.Term]);
            (place, scalars) = (end, mark.Range.End);
        }
    }

    private static int Units(ReadOnlySpan<char> text, int scalars)
    {
        var units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (scalars-- == 0)
                break;
            units += rune.Utf16SequenceLength;
        }
        return units;
    }
}
