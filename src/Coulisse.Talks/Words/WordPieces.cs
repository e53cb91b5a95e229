using System.Globalization;
using System.Text;

namespace Coulisse.Talks.Words;

/// <summary>The words of a text, folded as words are compared everywhere here, and their pieces of four
/// letters.</summary>
internal static class WordPieces
{
    private const int PieceLetters = 4;

    /// <summary>Each run of letters and digits: folded, and as it was written.</summary>
    internal static IEnumerable<(string Folded, string Written)> Words(string text)
    {
        var folded = new FoldedText(text);
        var word = new StringBuilder();
        var start = 0;
        for (var at = 0; at <= folded.Runes.Count; at++)
        {
            if (at < folded.Runes.Count && IsMark(folded.Runes[at]))
                continue;
            if (at < folded.Runes.Count && Rune.IsLetterOrDigit(folded.Runes[at]))
            {
                if (word.Length == 0)
                    start = folded.PlaceOf(at);
                word.Append(folded.Runes[at]);
                continue;
            }
            if (word.Length > 0)
                yield return (word.ToString(), Cut(text, start, folded.PlaceOf(at)));
            word.Clear();
        }
    }

    /// <summary>All pieces of four letters of all words; a shorter word whole.</summary>
    internal static HashSet<string> Of(string text)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (folded, _) in Words(text))
        {
            Rune[] runes = [.. folded.EnumerateRunes()];
            for (var at = 0; at < Math.Max(1, runes.Length - PieceLetters + 1); at++)
                pieces.Add(string.Concat(runes.Skip(at).Take(PieceLetters).Select(rune => rune.ToString())));
        }
        return pieces;
    }

    /// <summary>Of the pieces of the text that has fewer, the share that the other has too.</summary>
    internal static double Share(string one, string other)
    {
        var (few, many) = (Of(one), Of(other));
        if (few.Count > many.Count)
            (few, many) = (many, few);
        return few.Count == 0 ? 0 : (double)few.Count(many.Contains) / few.Count;
    }

    // Accents stand by themselves after folding; they are lost first, and end no word.
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string Cut(string text, int start, int end) =>
        string.Concat(text.EnumerateRunes().Skip(start).Take(end - start).Select(rune => rune.ToString())).Trim();
}
