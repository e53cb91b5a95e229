namespace Coulisse.Talks.Charters;

/// <summary>A field that is other than it was, in words.</summary>
/// <param name="Field">Which.</param>
/// <param name="Was">What it said.</param>
/// <param name="Is">What it would say.</param>
public sealed record CharterChange(CharterField Field, string Was, string Is);
