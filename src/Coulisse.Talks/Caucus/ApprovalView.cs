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
/// <param name="Room">The name of the room of both sides into which they may go, and no other.</param>
/// <param name="Stage">Asked, Accepted, Refused, TakenBack or Crossed. Silence is Asked.</param>
/// <param name="DecidedBy">Who said yes or no, or null.</param>
/// <param name="Reason">Why not; empty otherwise.</param>
public sealed record ApprovalView(MessageId Id, Person By, ImmutableArray<Wording> Draft, Mandate Mandates, Octets Room,
    Stage Stage, Person? DecidedBy, string Reason)
{
    /// <summary>Whether these very words may cross into that room: a changed word is another draft.</summary>
    public bool Allows(Octets room, ImmutableArray<Wording> words) =>
        Stage == Stage.Accepted && Room == room && Draft.SequenceEqual(words);

    /// <summary>Whether this very text may, by rules that each need one of these mandates: what is said in a room has
    /// no language.</summary>
    /// <param name="room">Into which.</param>
    /// <param name="text">What.</param>
    /// <param name="rules">What each rule for that room needs; one may have been set after the approval.</param>
    public bool Allows(Octets room, string text, IEnumerable<Mandate> rules) =>
        Stage == Stage.Accepted && Room == room && Draft is [var one] && one.Text == text
            && rules.All(needed => (DecidedBy!.Mandate & needed) != Mandate.None);

    internal static ApprovalView Of(Matter matter)
    {
        var (entry, asked) = matter.Of<TalkAct.ApprovalAsked>().Single();
        var decided = matter.Held.LastOrDefault(step => step.Act is TalkAct.ApprovalGiven or TalkAct.ApprovalRefused);
        return new(matter.Id, entry.Author, asked.Draft, asked.Mandates, asked.Room, matter.Stage,
            decided?.Entry.Author, (decided?.Act as TalkAct.ApprovalRefused)?.Reason ?? "");
    }
}
