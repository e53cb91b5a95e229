namespace Coulisse.Talks.Words;

/// <summary>A language has no word for a term.</summary>
/// <param name="Language">Which.</param>
/// <param name="Remark">Who says so, and what is said instead; perhaps no words.</param>
public sealed record NoEquivalent(string Language, Worded Remark);
