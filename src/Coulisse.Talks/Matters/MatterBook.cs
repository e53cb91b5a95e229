using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Caucus;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Records;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Matters;

/// <summary>Every act of a talk in its place: in a matter, waiting for one, or without effect.</summary>
internal sealed record MatterBook(ImmutableArray<Matter> Matters, ImmutableArray<Waiting> Waiting,
    ImmutableArray<Ineffective> WithoutEffect, ApprovalRules Rules)
{
    internal static MatterBook Of(ImmutableDictionary<MessageId, TranscriptEntry> entries, Side? caucusOf,
        Vouching vouches, ImmutableArray<RuleInForce> told)
    {
        var causality = new Causality(entries.Values, entry => entry.Content.Act is not null);
        var acts = causality.InOrder(entries.Values.Where(entry => entry.Content.Act is not null)).ToArray();
        var waiting = acts.Select(entry => new Waiting(entry, MissingFor(entry.Content.Act!, entries)))
            .Where(one => !one.For.IsNone).ToImmutableArray();
        var here = acts.Where(entry => MissingFor(entry.Content.Act!, entries).IsNone).ToArray();
        var following = here.Where(entry => !entry.Content.Act!.Matter.IsNone)
            .ToLookup(entry => entry.Content.Act!.Matter);
        var openings = here.Where(entry => Tables.OpenedBy(entry.Content.Act!.Kind) is not null)
            .ToLookup(entry => entry.Content.Act is TalkAct.RuleSet);
        var (unruled, ineffective) = (new Guards(entries, caucusOf, vouches, ApprovalRules.None),
            ImmutableArray.CreateBuilder<Ineffective>());
        var set = Run(openings[true], following, causality, unruled, ineffective).ToArray();
        var rules = ApprovalRules.Of(set, told.Where(rule => !entries.ContainsKey(rule.Id)), waiting);
        var order = here.Select((entry, place) => (entry.Id, place)).ToDictionary(one => one.Id, one => one.place);
        ImmutableArray<Matter> matters =
        [
            .. set.Concat(Run(openings[false], following, causality, new(entries, caucusOf, vouches, rules),
                ineffective)).OrderBy(matter => order[matter.Id]),
        ];
        ineffective.AddRange(OutOf(matters, causality));
        ineffective.AddRange(Astray(matters, following, entries));
        return new(matters, waiting, ineffective.ToImmutable(), rules);
    }

    private static IEnumerable<Matter> Run(IEnumerable<TranscriptEntry> openings,
        ILookup<MessageId, TranscriptEntry> following, Causality causality, Guards guards,
        ImmutableArray<Ineffective>.Builder ineffective)
    {
        foreach (var opening in openings)
        {
            var act = opening.Content.Act!;
            var course = new Course(Tables.OpenedBy(act.Kind)!, causality, guards);
            if (course.Run(opening, act, following[opening.Id], out var refusal) is { } matter)
                yield return matter;
            else
                ineffective.Add(new(opening, refusal!.Value, HasCrossed: false));
        }
    }

    private static MessageId MissingFor(TalkAct act, ImmutableDictionary<MessageId, TranscriptEntry> entries) =>
        !act.Matter.IsNone && !entries.ContainsKey(act.Matter) ? act.Matter
        : !act.Matter.IsNone && entries[act.Matter].Content.Act is { Matter.IsNone: true } opening
            && MissingFor(opening, entries) is { IsNone: false } first ? first
        : !act.About.IsNone && !entries.ContainsKey(act.About) ? act.About
        : !act.Version.IsNone && !entries.ContainsKey(act.Version) ? act.Version
        : act is TalkAct.RecordProposed proposed ? proposed.Messages.FirstOrDefault(id => !entries.ContainsKey(id))
        : default;

    private static IEnumerable<Ineffective> OutOf(ImmutableArray<Matter> matters, Causality causality) =>
        matters.SelectMany(matter => OutOf(matter, causality));

    // A report moves nothing, so nothing comes to nothing for having crossed it.
    private static IEnumerable<Ineffective> OutOf(Matter matter, Causality causality)
    {
        var held = new List<TranscriptEntry>();
        foreach (var step in matter.Steps)
        {
            if (step.Refusal is { } why)
                yield return new(step.Entry, why, held.Any(one => !causality.IsBefore(one, step.Entry)));
            else if (step.Act is not TalkAct.SituationReported)
                held.Add(step.Entry);
        }
    }

    private static IEnumerable<Ineffective> Astray(ImmutableArray<Matter> matters,
        ILookup<MessageId, TranscriptEntry> following, ImmutableDictionary<MessageId, TranscriptEntry> entries)
    {
        var ids = matters.Select(matter => matter.Id).ToHashSet();
        return from acts in following
               where !ids.Contains(acts.Key)
               let isAnother = entries[acts.Key].Content.Act is not { } act || Tables.OpenedBy(act.Kind) is null
               from entry in acts
               select new Ineffective(entry, isAnother ? Refusal.AnotherMatter : Refusal.NoSuchMatter, false);
    }
}
