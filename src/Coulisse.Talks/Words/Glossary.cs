using System.Collections.Immutable;
using System.Text;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Words;

/// <summary>The line's terms, and where they stand in a text.</summary>
/// <param name="Terms">All of them.</param>
public sealed record Glossary(ImmutableArray<TermView> Terms)
{
    // Arabic writes "and", "in", "for" and the article in one with the word behind them.
    private static readonly HashSet<string> Proclitics =
        ["و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وب", "ول"];

    /// <summary>
    /// Wherever a term stands as a word, in any of its languages. Of terms that overlap the longest is marked. Other
    /// forms of a word are other words: who wants them marked raises them.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Its language, if known: of two terms of one form it decides.</param>
    public ImmutableArray<TermMark> Mark(string text, string language)
    {
        var folded = new FoldedText(text);
        var needles = Terms.SelectMany(term => term.Terms.Select(word => (term, word,
            runes: new FoldedText(word.Text.Trim()).Runes))).Where(one => one.runes.Count > 0)
            .ToLookup(one => one.runes[0]);
        var found = from start in Enumerable.Range(0, folded.Runes.Count)
                    from needle in needles[folded.Runes[start]]
                    where folded.Has(needle.runes, start) && IsWord(folded, start, start + needle.runes.Count)
                    orderby needle.runes.Count descending, start,
                        LanguageTag.AreSame(needle.word.Language, language) ? 0 : 1,
                        needle.term.Id.ToString() ascending
                    select new TermMark(new(folded.PlaceOf(start), folded.PlaceOf(start + needle.runes.Count)),
                        needle.term.Id, needle.word.Language, needle.term.Stage);
        return [.. WithoutOverlaps(found, folded.Length).OrderBy(mark => mark.Range.Start)];
    }

    private static bool IsWord(FoldedText text, int start, int end) =>
        text.IsBoundary(end) && (text.IsBoundary(start) || IsBehindProclitic(text, start));

    private static bool IsBehindProclitic(FoldedText text, int start)
    {
        var before = new StringBuilder();
        for (var place = start - 1; place >= 0 && before.Length < 3; place--)
        {
            before.Insert(0, text.Runes[place].ToString());
            if (text.IsBoundary(place))
                return Proclitics.Contains(before.ToString());
        }
        return false;
    }

    private static IEnumerable<TermMark> WithoutOverlaps(IEnumerable<TermMark> longestFirst, int length)
    {
        var isTaken = new bool[length];
        foreach (var mark in longestFirst)
        {
            var place = isTaken.AsSpan(mark.Range.Start..mark.Range.End);
            if (place.Contains(true))
                continue;
            place.Fill(true);
            yield return mark;
        }
    }
}
