using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using NodaTime;

namespace Coulisse.Talks.Records;

/// <summary>What one side has signed for the record, and what the other side says to that.</summary>
/// <param name="Id">The message that proposed it.</param>
/// <param name="By">Who proposed and signed it first.</param>
/// <param name="Since">Since when it waits, by its author's clock.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Messages">The passage, in the order of the record.</param>
/// <param name="Minutes">What was said, in other words; empty if there are none.</param>
/// <param name="Stage">Proposed: signed by one side alone. Countersigned, or Refused.</param>
/// <param name="First">The first signature.</param>
/// <param name="Second">The second, once it is countersigned.</param>
/// <param name="CountersignedBy">Who countersigned; or null.</param>
/// <param name="Declined">Who declined, and perhaps why; or null.</param>
public sealed record RecordView(MessageId Id, Person By, Instant Since, ImmutableArray<Wording> Subject,
    ImmutableArray<MessageId> Messages, ImmutableArray<Wording> Minutes, Stage Stage, Octets First, Octets? Second,
    Person? CountersignedBy, Worded? Declined)
{
    internal static RecordView Of(Matter matter)
    {
        var (entry, proposed) = matter.Of<TalkAct.RecordProposed>().Single();
        var (answer, countersigned) = matter.Of<TalkAct.RecordCountersigned>().FirstOrDefault();
        return new(matter.Id, entry.Author, entry.Claimed, proposed.Subject, [.. proposed.Messages], proposed.Minutes,
            matter.Stage, proposed.Signature, countersigned?.Signature, answer?.Author,
            matter.Of<TalkAct.RecordDeclined>().Select(one => Worded.Of(one.Entry, one.Act.Reason)).LastOrDefault());
    }
}
