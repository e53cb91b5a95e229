using System.Collections.Immutable;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Words;

/// <summary>Words that somebody said in a matter.</summary>
/// <param name="Id">The message.</param>
/// <param name="By">Who.</param>
/// <param name="Claimed">When, as they say.</param>
/// <param name="Words">The words, in one or several languages.</param>
public sealed record Worded(MessageId Id, Person By, Instant Claimed, ImmutableArray<Wording> Words)
{
    internal static Worded Of(TranscriptEntry entry, ImmutableArray<Wording> words) =>
        new(entry.Id, entry.Author, entry.Claimed, words);
}
