using System.Collections.Immutable;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Words;

/// <summary>One definition of a term.</summary>
/// <param name="Id">The message that brought it.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="Terms">The word, in each language.</param>
/// <param name="Definitions">What it means, in each language.</param>
/// <param name="IsAgreed">The other side agreed to it, then or still.</param>
/// <param name="IsWithdrawn">It is not proposed any more.</param>
public sealed record TermVersion(MessageId Id, Person By, ImmutableArray<Wording> Terms,
    ImmutableArray<Wording> Definitions, bool IsAgreed, bool IsWithdrawn);
