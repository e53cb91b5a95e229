using System.Text;

namespace Coulisse.Talks.Values;

/// <summary>
/// Places in a text counted in Unicode scalar values: the one count that UTF-8, UTF-16 and every language's library
/// agree on.
/// </summary>
public static class Scalars
{
    /// <summary>How many.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count();

    /// <summary>The words of a range, or null if the text has no such range.</summary>
    public static string? Cut(string text, TextRange range)
    {
        if (range.Start < 0 || range.End <= range.Start)
            return null;
        var (start, place, count) = (-1, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (count == range.Start)
                start = place;
            if (count == range.End)
                return text[start..place];
            place += rune.Utf16SequenceLength;
            count++;
        }
        return count == range.End && start >= 0 ? text[start..] : null;
    }

    /// <summary>Whether a text may be said: well formed, and no control characters but line feed and tab.</summary>
    public static bool IsPlain(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (Rune.TryGetRuneAt(text, place, out var rune))
                place += rune.Utf16SequenceLength - 1;
            else
                return false;
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
                return false;
        }
        return true;
    }
}
