namespace Coulisse.Talks.Values;

/// <summary>A stretch of a text, in Unicode scalar values.</summary>
/// <param name="Start">The first, from 0.</param>
/// <param name="End">The one behind the last.</param>
public readonly record struct TextRange(int Start, int End);
