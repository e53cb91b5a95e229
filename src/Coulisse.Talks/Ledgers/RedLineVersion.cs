using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Ledgers;

/// <summary>A red line as it was stated once.</summary>
/// <param name="Id">The message that brought it.</param>
/// <param name="By">Who said it.</param>
/// <param name="Claimed">When, as they say.</param>
/// <param name="Text">What.</param>
public sealed record RedLineVersion(MessageId Id, Person By, Instant Claimed, RedLineText Text);
