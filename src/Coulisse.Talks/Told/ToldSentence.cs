using System.Collections.Immutable;

namespace Coulisse.Talks.Told;

/// <summary>A sentence on the subject.</summary>
/// <param name="Place">Where, from 0.</param>
/// <param name="Number">Of the text that has it.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Marked">Its words that stand in no other sentence of its row.</param>
public sealed record ToldSentence(int Place, ulong Number, string Text, ImmutableArray<string> Marked)
{
    /// <summary>Where it stands, never the words.</summary>
    public override string ToString() => $"a sentence of text {Number} in place {Place}";
}
