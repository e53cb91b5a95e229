using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Words;
using NodaTime;

namespace Coulisse.Talks.Signals;

/// <summary>A request to the other side to say something in the open.</summary>
/// <param name="Id">The message that asks.</param>
/// <param name="By">Who asks.</param>
/// <param name="Until">Until when it would help.</param>
/// <param name="Wordings">What was asked for, and what was proposed instead, in order.</param>
/// <param name="Agreed">The wording that was accepted; or none.</param>
/// <param name="Stage">Asked, Countered, Accepted, Refused, TakenBack, or Revealed once it was said.</param>
/// <param name="Place">Where it was said; empty before.</param>
/// <param name="Refusal">Who refused, and perhaps why; or null.</param>
/// <param name="IsOverdue">The time is over and nothing was said in the open. It is not refused for that.</param>
public sealed record SignalView(MessageId Id, Person By, Instant Until, ImmutableArray<Worded> Wordings,
    MessageId? Agreed, Stage Stage, string Place, Worded? Refusal, bool IsOverdue)
{
    internal static SignalView Of(Matter matter, Instant now)
    {
        var (entry, asked) = matter.Of<TalkAct.SignalAsked>().Single();
        return new(matter.Id, entry.Author, asked.Until,
            [
                Worded.Of(entry, asked.What),
                .. matter.Of<TalkAct.SignalCountered>().Select(one => Worded.Of(one.Entry, one.Act.What)),
            ],
            matter.Of<TalkAct.SignalAccepted>().Select(one => (MessageId?)one.Act.Version).LastOrDefault(),
            matter.Stage,
            matter.Of<TalkAct.SignalReleased>().Select(one => one.Act.Place).LastOrDefault(""),
            matter.Of<TalkAct.SignalRefused>().Select(one => Worded.Of(one.Entry, one.Act.Reason)).LastOrDefault(),
            now > asked.Until && matter.Stage is Stage.Asked or Stage.Countered or Stage.Accepted);
    }
}
