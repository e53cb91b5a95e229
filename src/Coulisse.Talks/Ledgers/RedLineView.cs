using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Words;

namespace Coulisse.Talks.Ledgers;

/// <summary>A limit that one side has stated, and what the other says to it.</summary>
/// <param name="Id">The message that stated it.</param>
/// <param name="By">Who stated it.</param>
/// <param name="Stage">Stated, Questioned, Clarified, Understood (which is not agreed), Contested or Withdrawn.</param>
/// <param name="Versions">Every version, in order; the last one holds.</param>
/// <param name="Replies">What the other side said: questions, understood, contested; each to its version.</param>
/// <param name="Withdrawal">Who withdrew it, and why; or null.</param>
public sealed record RedLineView(MessageId Id, Person By, Stage Stage, ImmutableArray<RedLineVersion> Versions,
    ImmutableArray<RedLineReply> Replies, Worded? Withdrawal)
{
    /// <summary>The version that holds.</summary>
    public RedLineVersion Current => Versions[^1];

    internal static RedLineView Of(Matter matter) => new(matter.Id, matter.Opener, matter.Stage,
        [.. matter.Held.SelectMany(VersionOf)], [.. matter.Held.SelectMany(ReplyOf)],
        matter.Of<TalkAct.RedLineWithdrawn>().Select(one => Worded.Of(one.Entry, one.Act.Reason)).LastOrDefault());

    private static IEnumerable<RedLineVersion> VersionOf(Step step) => step.Act switch
    {
        TalkAct.RedLineStated stated => [new(step.Entry.Id, step.Entry.Author, step.Entry.Claimed, stated.Text)],
        TalkAct.RedLineClarified clear => [new(step.Entry.Id, step.Entry.Author, step.Entry.Claimed, clear.Text)],
        _ => [],
    };

    private static IEnumerable<RedLineReply> ReplyOf(Step step) => step.Act switch
    {
        TalkAct.RedLineQuestioned asked => [new(asked.Version, step.Stage, Worded.Of(step.Entry, asked.Question))],
        TalkAct.RedLineUnderstood understood => [new(understood.Version, step.Stage, Worded.Of(step.Entry, []))],
        TalkAct.RedLineContested contested =>
            [new(contested.Version, step.Stage, Worded.Of(step.Entry, contested.Reason))],
        _ => [],
    };
}
