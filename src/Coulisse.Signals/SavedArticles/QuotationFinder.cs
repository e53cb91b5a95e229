using System.Text;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Finds where quoted words stand. Case, runs of blanks, apostrophes and outer marks do not count.</summary>
/// <remarks>
/// Knuth, Morris and Pratt's search, so that no text makes it slow, and a limit on all characters gone through,
/// so that many short quotations of one long text do not either.
/// </remarks>
internal sealed class QuotationFinder(string foldedBody)
{
    private long _left = SavedArticleLimits.SoughtCharsMax;

    /// <summary>Null when the limit is reached before the answer is known.</summary>
    /// <param name="parent">The folded text of the comment answered; empty at the top.</param>
    internal QuotedFrom? Find(string words, string parent)
    {
        if (words.Length > SavedArticleLimits.QuotedCharsMax) return QuotedFrom.Nowhere;
        var sought = Fold(words).AsSpan().Trim(" .,;:!?\u2026\"'«»“”„‹›؟،؛");
        if (sought.IsEmpty) return QuotedFrom.Nowhere;
        if (parent.Length + foldedBody.Length > _left) return null;
        _left -= parent.Length + foldedBody.Length + sought.Length;
        var borders = Borders(sought);
        if (Contains(parent, sought, borders)) return QuotedFrom.Parent;
        return Contains(foldedBody, sought, borders) ? QuotedFrom.Body : QuotedFrom.Nowhere;
    }

    /// <summary>Whether an unmarked paragraph is long enough not to match by chance: two words, some letters.</summary>
    internal static bool MayQuote(string words) =>
        words.Length is >= SavedArticleLimits.QuotedCharsMin and <= SavedArticleLimits.QuotedCharsMax
        && words.AsSpan().ContainsAny(' ', '\n', '\u00A0');

    internal static string Fold(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Characters.IsInvisible(c)) continue;
            if (!char.IsWhiteSpace(c)) kept.Append(c is '\u2019' or '\u02BC' ? '\'' : char.ToUpperInvariant(c));
            else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
        }
        return kept.ToString();
    }

    private static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<char> sought, ReadOnlySpan<int> borders)
    {
        var matched = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (matched > 0 && text[i] != sought[matched]) matched = borders[matched - 1];
            if (text[i] == sought[matched]) matched++;
            if (matched < sought.Length) continue;
            if (IsWhole(text, i + 1 - matched, i + 1)) return true;
            matched = borders[matched - 1];
        }
        return false;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int start, int end) =>
        !(start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start]))
        && !(end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]));

    private static int[] Borders(ReadOnlySpan<char> sought)
    {
        var borders = new int[sought.Length];
        var matched = 0;
        for (var i = 1; i < sought.Length; i++)
        {
            while (matched > 0 && sought[i] != sought[matched]) matched = borders[matched - 1];
            if (sought[i] == sought[matched]) matched++;
            borders[i] = matched;
        }
        return borders;
    }
}
