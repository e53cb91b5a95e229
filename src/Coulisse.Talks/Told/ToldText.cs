namespace Coulisse.Talks.Told;

/// <summary>A text that was said in a place.</summary>
/// <param name="Number">By which it is known there.</param>
/// <param name="Words">The words.</param>
public sealed record ToldText(ulong Number, string Words)
{
    /// <summary>Which and how long, never the words.</summary>
    public override string ToString() => $"text {Number}, {Words.Length} characters";
}
