using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Caucus;

/// <summary>Whether a draft may go to the other side.</summary>
/// <param name="Id">The message that asks.</param>
/// <param name="By">Who asks.</param>
/// <param name="Draft">The words, exactly.</param>
/// <param name="Mandates">One of which has to say yes.</param>
/// <param name="Stage">Asked, Accepted, Refused, TakenBack or Crossed. Silence is Asked.</param>
/// <param name="DecidedBy">Who said yes or no, or null.</param>
/// <param name="Reason">Why not; empty otherwise.</param>
public sealed record ApprovalView(MessageId Id, Person By, ImmutableArray<Wording> Draft, Mandate Mandates, Stage Stage,
    Person? DecidedBy, string Reason)
{
    /// <summary>Whether these very words may cross: a changed word is another draft.</summary>
    public bool Allows(ImmutableArray<Wording> words) => Stage == Stage.Accepted && Draft.SequenceEqual(words);

    /// <summary>Whether this very text may: what is said in a room has no language.</summary>
    public bool Allows(string text) => Stage == Stage.Accepted && Draft is [var one] && one.Text == text;

    internal static ApprovalView Of(Matter matter)
    {
        var (entry, asked) = matter.Of<TalkAct.ApprovalAsked>().Single();
        var decided = matter.Held.LastOrDefault(step => step.Act is TalkAct.ApprovalGiven or TalkAct.ApprovalRefused);
        return new(matter.Id, entry.Author, asked.Draft, asked.Mandates, matter.Stage, decided?.Entry.Author,
            (decided?.Act as TalkAct.ApprovalRefused)?.Reason ?? "");
    }
}
