using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using NodaTime;

namespace Coulisse.Talks.Caucus;

/// <summary>Dissent on the record of one's own side.</summary>
/// <param name="Id">The message.</param>
/// <param name="By">Who dissents.</param>
/// <param name="Claimed">When, as they say.</param>
/// <param name="Subject">From which message, here or in another room; null: from holding the contact at all.</param>
/// <param name="Text">In which words.</param>
public sealed record DissentView(MessageId Id, Person By, Instant Claimed, MessageId? Subject, string Text);
