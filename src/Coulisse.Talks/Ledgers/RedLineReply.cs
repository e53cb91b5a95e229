using Coulisse.Talks.Matters;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Words;

namespace Coulisse.Talks.Ledgers;

/// <summary>What the other side says to a version of a red line.</summary>
/// <param name="Version">Which.</param>
/// <param name="Stage">Questioned, Understood or Contested.</param>
/// <param name="Words">Who, when and in which words; understood needs none.</param>
public sealed record RedLineReply(MessageId Version, Stage Stage, Worded Words);
