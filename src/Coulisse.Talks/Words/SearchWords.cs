using System.Collections.Immutable;
using System.Text;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Words;

/// <summary>Words that are looked for: all of them have to stand in a text, each where a word begins, in any order and
/// folded as words are compared everywhere here, so that "bridge" finds "Bridges" and not "abridge".</summary>
public sealed class SearchWords
{
    private readonly ImmutableArray<(IReadOnlyList<Rune> Runes, string Folded)> needles;

    /// <summary>These words; a phrase is its words.</summary>
    public SearchWords(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        needles = [.. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (new FoldedText(word).Runes, Folded(word))).Where(one => one.Runes.Count > 0)];
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => needles.IsEmpty;

    /// <summary>A text as words are compared in it.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in new FoldedText(text).Runes)
            folded.Append(rune.ToString());
        return folded.ToString();
    }

    /// <summary>Whether they could stand in a folded text: quick, and never no where they do.</summary>
    public bool MayBeIn(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return needles.All(one => folded.Contains(one.Folded, StringComparison.Ordinal));
    }

    /// <summary>Where they stand in a text, in scalars and in order; nothing if one of them does not.</summary>
    public ImmutableArray<TextRange> In(string text)
    {
        var folded = new FoldedText(text);
        var found = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var (runes, _) in needles)
        {
            var places = Enumerable.Range(0, folded.Runes.Count)
                .Where(at => folded.IsBoundary(at) && folded.Has(runes, at)).ToList();
            if (places.Count == 0)
                return [];
            found.AddRange(places.Select(at =>
                new TextRange(folded.PlaceOf(at), folded.PlaceOf(at + runes.Count))));
        }
        return [.. found.OrderBy(range => range.Start)];
    }
}
