using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Words;

/// <summary>A word that may be misread, and what both sides agree it means.</summary>
/// <param name="Id">The message that raised it.</param>
/// <param name="RaisedBy">Who raised it.</param>
/// <param name="Raised">How it stood there, in each language that has it.</param>
/// <param name="Stage">Open, Proposed, Agreed, Reopened or NoEquivalent.</param>
/// <param name="Versions">Every definition that was proposed, in order; none is forgotten.</param>
/// <param name="InForce">The one that both agreed to last, whatever is proposed since; or none.</param>
/// <param name="WithoutEquivalent">Languages that have no word for it, and what is said instead.</param>
public sealed record TermView(MessageId Id, Person RaisedBy, ImmutableArray<Wording> Raised, Stage Stage,
    ImmutableArray<TermVersion> Versions, MessageId? InForce, ImmutableArray<NoEquivalent> WithoutEquivalent)
{
    /// <summary>The term as it may stand in a text, in any language and version.</summary>
    public IEnumerable<Wording> Terms => Raised.Concat(Versions.Where(one => !one.IsWithdrawn)
        .SelectMany(one => one.Terms)).Distinct();

    internal static TermView Of(Matter matter)
    {
        var (entry, raised) = matter.Of<TalkAct.TermRaised>().Single();
        var withdrawn = matter.Of<TalkAct.TermWithdrawn>().Select(one => one.Act.Version).ToHashSet();
        var agreed = matter.Of<TalkAct.TermAgreed>().Select(one => one.Act.Version).ToArray();
        return new(matter.Id, entry.Author, raised.Terms, matter.Stage,
            [.. matter.Of<TalkAct.TermDefined>().Select(one => new TermVersion(one.Entry.Id, one.Entry.Author,
                one.Act.Terms, one.Act.Definitions, agreed.Contains(one.Entry.Id), withdrawn.Contains(one.Entry.Id)))],
            agreed.Length == 0 ? null : agreed[^1],
            [.. matter.Of<TalkAct.TermHasNoEquivalent>().Select(one =>
                new NoEquivalent(one.Act.Language, Worded.Of(one.Entry, one.Act.Remark)))]);
    }
}
