namespace Coulisse.Signals.SavedArticles;

/// <summary>Finds where quoted words stand. Case, runs of blanks, apostrophes and outer marks do not count.</summary>
/// <remarks>
/// Most words asked about stand nowhere, which <see cref="FoldedText.MayContain"/> tells at once. The rest take Knuth,
/// Morris and Pratt's search, so that no text makes it slow, under a limit on all characters gone through, so that
/// very many short quotations of one long text do not either.
/// </remarks>
internal sealed class QuotationFinder(FoldedText body)
{
    private long _left = SavedArticleLimits.SoughtCharsMax;

    /// <summary>Null when the limit is reached before the answer is known.</summary>
    internal QuotedFrom? Find(string words, FoldedText parent)
    {
        if (words.Length > SavedArticleLimits.QuotedCharsMax) return QuotedFrom.Nowhere;
        var sought = FoldedText.Fold(words).AsSpan().Trim(" .,;:!?\u2026\"'«»“”„‹›؟،؛");
        if (sought.IsEmpty) return QuotedFrom.Nowhere;
        var inParent = parent.MayContain(sought);
        var inBody = body.MayContain(sought);
        if (!inParent && !inBody) return QuotedFrom.Nowhere;
        var toSearch = parent.Text.Length + body.Text.Length;
        if (toSearch > _left) return null;
        _left -= toSearch;
        var borders = Borders(sought);
        if (inParent && Contains(parent.Text, sought, borders)) return QuotedFrom.Parent;
        return inBody && Contains(body.Text, sought, borders) ? QuotedFrom.Body : QuotedFrom.Nowhere;
    }

    /// <summary>Whether an unmarked paragraph is long enough not to match by chance: two words, some letters.</summary>
    internal static bool MayQuote(string words) =>
        words.Length is >= SavedArticleLimits.QuotedCharsMin and <= SavedArticleLimits.QuotedCharsMax
        && words.AsSpan().ContainsAny(' ', '\n', '\u00A0');

    private static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<char> sought, ReadOnlySpan<int> borders)
    {
        var matched = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (matched > 0 && text[i] != sought[matched]) matched = borders[matched - 1];
            if (text[i] == sought[matched]) matched++;
            if (matched < sought.Length) continue;
            if (FoldedText.IsEdge(text, i + 1 - matched) && FoldedText.IsEdge(text, i + 1)) return true;
            matched = borders[matched - 1];
        }
        return false;
    }

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
