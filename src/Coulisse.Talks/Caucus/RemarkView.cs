using System.Collections.Immutable;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using NodaTime;

namespace Coulisse.Talks.Caucus;

/// <summary>A remark among one's own.</summary>
/// <param name="Id">The message.</param>
/// <param name="Number">Its place under what it is about, as "1.2". A remark that comes late can move others; the
/// message is what stays.</param>
/// <param name="Subject">The message or draft that the whole thread is about.</param>
/// <param name="Under">What it answers: the same, or another remark.</param>
/// <param name="By">The officer.</param>
/// <param name="Claimed">When, as they say.</param>
/// <param name="Text">What.</param>
/// <param name="Votes">The last vote of each person, in the order of their accreditations.</param>
public sealed record RemarkView(MessageId Id, string Number, MessageId Subject, MessageId Under, Person By,
    Instant Claimed, string Text, ImmutableArray<RemarkVote> Votes)
{
    /// <summary>The votes added up.</summary>
    public int Sum => Votes.Sum(vote => vote.Value);
}
