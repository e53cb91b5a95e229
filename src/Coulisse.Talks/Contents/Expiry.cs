namespace Coulisse.Talks.Contents;

/// <summary>When its author would have a message forgotten. Kept and shown; the charter says what is.</summary>
/// <param name="IsRelative">Counted from reading; else from 1970.</param>
/// <param name="Seconds">How many.</param>
public sealed record Expiry(bool IsRelative, uint Seconds);
