namespace Coulisse.Talks.Values;

/// <summary>Words in one language. It prints their number, not the words: a record prints every member.</summary>
/// <param name="Language">A language tag (RFC 5646), as "ru"; empty where none was said.</param>
/// <param name="Text">The words.</param>
public sealed record Wording(string Language, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Scalars.Count(Text)} characters in '{Language}'";
}
