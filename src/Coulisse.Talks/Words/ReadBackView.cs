using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Words;

/// <summary>What the receiver of a message understood, and what its author says to that.</summary>
/// <param name="Id">The message that reads back.</param>
/// <param name="Reader">Who reads back.</param>
/// <param name="About">The message that was read.</param>
/// <param name="Items">What was understood, item by item.</param>
/// <param name="AnswerBy">Until when an answer is asked for.</param>
/// <param name="Stage">Said, Confirmed, Corrected or TakenBack.</param>
/// <param name="AnsweredBy">Who confirmed or corrected, or null.</param>
/// <param name="Meant">What the author says was meant; empty if nothing was corrected.</param>
/// <param name="IsOverdue">No answer, and the time is over: it is not confirmed. Silence is never consent.</param>
public sealed record ReadBackView(MessageId Id, Person Reader, MessageId About, ImmutableArray<ItemUnderstood> Items,
    Instant AnswerBy, Stage Stage, Person? AnsweredBy, ImmutableArray<Wording> Meant, bool IsOverdue)
{
    internal static ReadBackView Of(Matter matter, Instant now)
    {
        var (entry, said) = matter.Of<TalkAct.ReadBackSaid>().Single();
        var answer = matter.Held.LastOrDefault(step =>
            step.Act is TalkAct.ReadBackConfirmed or TalkAct.ReadBackCorrected);
        return new(matter.Id, entry.Author, said.About, said.Items, said.AnswerBy, matter.Stage, answer?.Entry.Author,
            (answer?.Act as TalkAct.ReadBackCorrected)?.Meant ?? [],
            matter.Stage == Stage.Said && now > said.AnswerBy);
    }
}
