using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Records;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Matters;

/// <summary>What an act has to fit besides its table: the message that it is about.</summary>
internal sealed class Guards(
    ImmutableDictionary<MessageId, TranscriptEntry> entries, Side? caucusOf, Vouching vouches, ApprovalRules rules)
{
    private readonly Lazy<ILookup<DelegateId, Side>> sides = new(() =>
        entries.Values.ToLookup(entry => entry.Author.Id, entry => entry.Author.Side));

    internal Refusal? Opening(TranscriptEntry entry, TalkAct act) => Place(act) ?? act switch
    {
        TalkAct.QueryAsked asked => OfTheOther(entry, asked.About) ?? Quote(asked),
        TalkAct.CounterpartNamed named => IsOf(named.Ours, entry.Author.Side) && IsOf(named.Theirs, Other(entry))
            ? null : Refusal.NotYoursToSay,
        TalkAct.ReadBackSaid said => OfTheOther(entry, said.About) ?? Items(said),
        TalkAct.RecordProposed proposed => OffRecord(entry, proposed) ?? Signature(entry, entry),
        TalkAct.LineCharterProposed => Signature(entry, entry),
        _ => null,
    };

    internal Refusal? Following(Step opening, TranscriptEntry entry, Causality causality) =>
        entry.Content.Act switch
        {
            TalkAct.ApprovalGiven => rules.Refuses(((TalkAct.ApprovalAsked)opening.Act).Room, entry, causality),
            TalkAct.RecordCountersigned when entry.Terms.IsOffRecord => Refusal.OffRecord,
            TalkAct.RecordCountersigned or TalkAct.LineCharterAgreed => Signature(entry, opening.Entry),
            TalkAct.RhythmEnded ended => DatedBack(entry, ended),
            _ => null,
        };

    /// <summary>Why what this person could do next, having seen all, would come to nothing by a rule.</summary>
    internal Refusal? ByTheRules(Step opening, ActKind act, Person who) =>
        act == ActKind.ApprovalGiven && opening.Act is TalkAct.ApprovalAsked asked
            ? rules.Refuses(asked.Room, who) : null;

    // What was missing would be gone from both sides' desks.
    private static Refusal? DatedBack(TranscriptEntry entry, TalkAct.RhythmEnded ended) =>
        entry.Claimed - ended.From > Duration.FromSeconds(ActLimits.EndedEarlierSecondsMax) ? Refusal.DatedBack : null;

    // Neither now, nor of what was said while the terms were others.
    private Refusal? OffRecord(TranscriptEntry entry, TalkAct.RecordProposed proposed) => entry.Terms.IsOffRecord
        || proposed.Messages.Any(id => entries[id].Terms.IsOffRecord) ? Refusal.OffRecord : null;

    private Refusal? Signature(TranscriptEntry signing, TranscriptEntry proposal) => vouches(signing, proposal,
        [.. proposal.Content.Act is TalkAct.RecordProposed of ? of.Messages.Select(id => entries[id]) : []])
            ? null : Refusal.NotSigned;

    /// <summary>Whether an act that opens something is for one's own side alone.</summary>
    internal static bool IsForOwn(ActKind kind) =>
        kind is ActKind.RemarkMade or ActKind.DissentRecorded or ActKind.ApprovalAsked or ActKind.RuleSet;

    /// <summary>Mandates that are enough besides those of the right.</summary>
    internal Mandate Enough(Step opening, Right right, Person author) => right switch
    {
        Right.AsAsked when opening.Act is TalkAct.ApprovalAsked asked => asked.Mandates,
        Right.SpeakForOwnWords when entries.TryGetValue(opening.Act.About, out var about)
            && about.Author.Id == author.Id => author.Mandate & Rights.Of(Right.Ask),
        _ => Mandate.None,
    };

    // Who would see it: what is for one's own is said nowhere else, and what is for the other side not among one's own.
    private Refusal? Place(TalkAct act)
    {
        var isForOwn = IsForOwn(act.Kind);
        return isForOwn && caucusOf is null ? Refusal.CaucusOnly
            : !isForOwn && caucusOf is not null ? Refusal.NotInACaucus
            : null;
    }

    private static Side Other(TranscriptEntry entry) => entry.Author.Side == Side.A ? Side.B : Side.A;

    // Whoever has not spoken here may be anybody's.
    private bool IsOf(DelegateId who, Side side) => sides.Value[who].All(one => one == side);

    private Refusal? OfTheOther(TranscriptEntry entry, MessageId about) =>
        entries[about].Author.Side == entry.Author.Side ? Refusal.OwnWords : null;

    private Refusal? Quote(TalkAct.QueryAsked asked) =>
        entries[asked.About].IsErased // here; where they are kept a little longer, they were looked at
        || entries[asked.About].Content.WordsIn(asked.Language) is { } words
        && Scalars.Cut(words, asked.Range) == asked.Quoted ? null : Refusal.QuoteDiffers;

    // An item that nobody read back would look confirmed with the rest.
    private Refusal? Items(TalkAct.ReadBackSaid said)
    {
        if (entries[said.About].IsErased)
            return null;
        var numbers = entries[said.About].Content.Act is TalkAct.ItemsSaid items
            ? Enumerable.Range(1, items.Items.Length) : [0];
        return said.Items.Select(item => (int)item.Item).Order().SequenceEqual(numbers) ? null : Refusal.ItemsDiffer;
    }
}
