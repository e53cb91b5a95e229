namespace Coulisse.Wire.Records;

/// <summary>Words in one language, as somebody said them.</summary>
/// <param name="Language">What its author calls the language; empty if they named none.</param>
/// <param name="Text">The words.</param>
public sealed record RecordWords(string Language, string Text)
{
    /// <summary>Which language and how long, never the words.</summary>
    public override string ToString() => $"{Text.Length} characters in '{Language}'";
}
