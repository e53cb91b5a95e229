using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Matters;

/// <summary>An act that came to nothing. It was said all the same, and is shown with this beside it.</summary>
/// <param name="Entry">The message that carries it.</param>
/// <param name="Why">Why.</param>
/// <param name="HasCrossed">Its author had not seen what stands against it.</param>
public sealed record Ineffective(TranscriptEntry Entry, Refusal Why, bool HasCrossed);
