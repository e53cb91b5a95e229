using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Caucus;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Matters;

/// <summary>
/// Whose approval the rules of a caucus need. An approval is held to the rules that its author had seen set and not
/// seen lifted, so that every desk comes to the same; what crossed it is looked at when the words are to cross.
/// </summary>
internal sealed class ApprovalRules
{
    private readonly ImmutableArray<Rule> all;

    private ApprovalRules(IEnumerable<Rule> all) => this.all = [.. all];

    /// <summary>A rule, and who set and lifted it; whoever was told of it had it before all that they read.</summary>
    private sealed record Rule(RuleInForce What, TranscriptEntry? Set, ImmutableArray<TranscriptEntry> Lifts);

    internal static ApprovalRules None { get; } = new([]);

    /// <param name="matters">The rules that were set here.</param>
    /// <param name="told">Those that are not here, and were told to whoever came after they were set.</param>
    /// <param name="waiting">Acts of which something is not here: they may lift what was told.</param>
    internal static ApprovalRules Of(IEnumerable<Matter> matters, IEnumerable<RuleInForce> told,
        ImmutableArray<Waiting> waiting)
    {
        var here = matters.Select(matter => new Rule(Of(matter), matter.Opening,
            [.. matter.Of<TalkAct.RuleLifted>().Select(lifted => lifted.Entry)]));
        var lifts = waiting.Select(one => one.Entry).Where(entry => entry.Content.Act is TalkAct.RuleLifted
            && (entry.Author.Mandate & Rights.Of(Right.Speak)) != Mandate.None)
            .ToLookup(entry => entry.Content.Act!.Matter);
        return new(here.Concat(told.Select(rule => new Rule(rule, null, [.. lifts[rule.Id]]))));
    }

    /// <summary>Those that nobody has lifted.</summary>
    internal IEnumerable<RuleInForce> InForce => all.Where(rule => rule.Lifts.IsEmpty).Select(rule => rule.What);

    /// <summary>Why an approval of words for that room comes to nothing.</summary>
    internal Refusal? Refuses(Octets room, TranscriptEntry approval, Causality causality) =>
        all.Where(rule => rule.What.Room == room
            && (rule.Set is null || causality.IsBefore(rule.Set, approval))
            && !rule.Lifts.Any(lift => causality.IsBefore(lift, approval)))
            .All(rule => IsBy(rule.What, approval.Author)) ? null : Refusal.NotByTheRule;

    /// <summary>Why this person's approval would come to nothing, who has seen all of it.</summary>
    internal Refusal? Refuses(Octets room, Person who) =>
        InForce.Where(rule => rule.Room == room).All(rule => IsBy(rule, who)) ? null : Refusal.NotByTheRule;

    private static bool IsBy(RuleInForce rule, Person who) => (who.Mandate & rule.Mandates) != Mandate.None;

    private static RuleInForce Of(Matter matter)
    {
        var set = (TalkAct.RuleSet)matter.Steps[0].Act;
        return new(matter.Id, set.Room, set.Mandates);
    }
}
