using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using NodaTime;

namespace Coulisse.Talks.Charters;

/// <summary>What one side has signed as the terms of the line, and what the other side says to that.</summary>
/// <param name="Id">The message that proposed it.</param>
/// <param name="By">Who proposed and signed it first.</param>
/// <param name="Since">Since when it waits, by its author's clock.</param>
/// <param name="Number">Its number among the charters of the line.</param>
/// <param name="Follows">The hash of the one that it takes the place of; zeros for the first.</param>
/// <param name="Terms">What it says.</param>
/// <param name="Stage">Proposed: signed by one side alone. Agreed, or Refused.</param>
/// <param name="First">The first signature.</param>
/// <param name="Second">The second, once it is agreed.</param>
/// <param name="Declined">Who declined, and perhaps why; or null.</param>
public sealed record LineCharterView(MessageId Id, Person By, Instant Since, ulong Number, Octets Follows,
    Charter Terms, Stage Stage, Octets First, Octets? Second, Worded? Declined)
{
    internal static LineCharterView Of(Matter matter)
    {
        var (entry, proposed) = matter.Of<TalkAct.LineCharterProposed>().Single();
        return new(matter.Id, entry.Author, entry.Claimed, proposed.Number, proposed.Follows, proposed.Terms,
            matter.Stage, proposed.Signature,
            matter.Of<TalkAct.LineCharterAgreed>().Select(one => (Octets?)one.Act.Signature).FirstOrDefault(),
            matter.Of<TalkAct.LineCharterDeclined>().Select(one => Worded.Of(one.Entry, one.Act.Reason))
                .LastOrDefault());
    }
}
