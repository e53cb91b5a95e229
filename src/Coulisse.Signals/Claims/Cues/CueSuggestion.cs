using System.Collections.Immutable;

namespace Coulisse.Signals.Claims.Cues;

/// <summary>A sentence that a person may want to enter as a claim.</summary>
/// <param name="Start">UTF-16 units from the beginning of the whole text.</param>
/// <param name="Length">In UTF-16 units, closing punctuation included.</param>
/// <param name="Kind">The guess for the sentence: the weightiest of its cues.</param>
/// <param name="Words">The cues in reading order; at least one; none overlaps another.</param>
public sealed record CueSuggestion(int Start, int Length, CueKind Kind, ImmutableArray<CueWords> Words);
