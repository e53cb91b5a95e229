using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Caucus;

/// <summary>A rule that was set and not lifted; by the transcript, or as whoever came later was told of it.</summary>
/// <param name="Id">The message that set it.</param>
/// <param name="Room">The name of the room of both sides.</param>
/// <param name="Mandates">Somebody with one of which has to approve.</param>
public sealed record RuleInForce(MessageId Id, Octets Room, Mandate Mandates);
