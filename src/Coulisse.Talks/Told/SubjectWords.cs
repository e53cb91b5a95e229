using System.Collections.Immutable;
using System.Text;
using Coulisse.Talks.Words;

namespace Coulisse.Talks.Told;

/// <summary>The words by which a person knows a subject. A text is about it if a word of the text begins with one of
/// them, folded as words are compared everywhere here: "bridge" finds "Bridges" and not "abridge".</summary>
public sealed class SubjectWords
{
    private readonly ImmutableArray<IReadOnlyList<Rune>> needles;

    /// <summary>These words or phrases; blank ones are left out.</summary>
    public SubjectWords(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        needles = [.. words.Select(word => word.Trim()).Where(word => word.Length > 0)
            .Select(word => new FoldedText(word).Runes).Where(runes => runes.Count > 0)];
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => needles.IsEmpty;

    /// <summary>Whether a text is about the subject.</summary>
    public bool AreIn(string text)
    {
        var folded = new FoldedText(text);
        return Enumerable.Range(0, folded.Runes.Count).Any(at => folded.IsBoundary(at)
            && needles.Any(needle => folded.Has(needle, at)));
    }
}
