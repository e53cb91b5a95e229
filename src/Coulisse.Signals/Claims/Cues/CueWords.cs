namespace Coulisse.Signals.Claims.Cues;

/// <summary>The words that made a sentence worth suggesting.</summary>
/// <param name="Start">UTF-16 units from the beginning of the whole text.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct CueWords(int Start, int Length, CueKind Kind);
