using Coulisse.Talks.Acts;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Matters;

/// <summary>One act in a matter, and what came of it.</summary>
/// <param name="Entry">The message that carries it.</param>
/// <param name="Act">The act.</param>
/// <param name="Refusal">Why it came to nothing; null if it holds.</param>
/// <param name="Stage">Where the matter stands after it.</param>
public sealed record Step(TranscriptEntry Entry, TalkAct Act, Refusal? Refusal, Stage Stage);
