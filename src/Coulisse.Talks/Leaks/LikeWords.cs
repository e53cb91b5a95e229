namespace Coulisse.Talks.Leaks;

/// <summary>A sentence that was said, and how like another one it is.</summary>
/// <param name="Said">In which of the texts, by its place.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Share">Of the pieces of the smaller sentence, how many are in the larger: 0 to 1.</param>
public sealed record LikeWords(int Said, string Text, double Share)
{
    /// <summary>How like, never the words.</summary>
    public override string ToString() => $"{Share:P0} of {Said}";
}
