using Coulisse.Talks.Matters;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Words;

/// <summary>A place in a text where a term of the glossary stands.</summary>
/// <param name="Range">Where, in Unicode scalar values.</param>
/// <param name="Term">Which.</param>
/// <param name="Language">In which of its languages.</param>
/// <param name="Stage">Where the term stands.</param>
public sealed record TermMark(TextRange Range, MessageId Term, string Language, Stage Stage);
