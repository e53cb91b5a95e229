using System.Collections.Immutable;

namespace Coulisse.Talks.Told;

/// <summary>Like sentences, of each place at most one.</summary>
/// <param name="Sentences">In the order of their places.</param>
public sealed record ToldRow(ImmutableArray<ToldSentence> Sentences)
{
    /// <summary>Whether it was said in one place only.</summary>
    public bool IsAlone => Sentences.Length == 1;

    /// <summary>Whether the sentences differ in a word.</summary>
    public bool Differs => Sentences.Any(one => one.Marked.Length > 0);
}
