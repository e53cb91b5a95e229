using System.Collections.Immutable;
using System.Globalization;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Desk.Door;

/// <summary>What an act's author wrote, field by field, so that it can be shown in any language of screens.</summary>
/// <param name="orderOf">The number of a message here; null if it is not here.</param>
/// <param name="personOf">Who is meant.</param>
internal sealed class ActFields(Func<MessageId, ulong?> orderOf, Func<DelegateId, PersonAnswer> personOf)
{
    /// <summary>The fields, in the order of the act's own; none of an act that is not known here: what is shown must
    /// not end a desk.</summary>
    internal IReadOnlyList<FieldAnswer> Of(TalkAct act) => [.. (Words(act) ?? Ledgers(act) ?? Promises(act)
        ?? Situation(act) ?? Caucus(act) ?? Signals(act) ?? Releases(act) ?? Records(act) ?? [])
        .Where(field => field != new FieldAnswer(field.Name))];

    private IEnumerable<FieldAnswer>? Words(TalkAct act) => act switch
    {
        TalkAct.ItemsSaid said => said.Items.Select((item, place) =>
            Said("item", item) with { Number = place + 1 }),
        TalkAct.QueryAsked asked => [new("quoted", Text: asked.Quoted), Said("question", asked.Question)],
        TalkAct.QueryAnswered answered => [Said("answer", answered.Answer)],
        TalkAct.QueryClosed or TalkAct.QueryTakenBack or TalkAct.ReadBackConfirmed or TalkAct.ReadBackTakenBack => [],
        TalkAct.ReadBackSaid said => said.Items.Select(item => Said("understood", item.Words) with
        {
            Number = item.Item == 0 ? null : item.Item,
        }).Append(At("answer-by", said.AnswerBy)),
        TalkAct.ReadBackCorrected corrected => [Said("meant", corrected.Meant)],
        TalkAct.TermRaised raised => [Said("terms", raised.Terms)],
        TalkAct.TermDefined defined => [Said("terms", defined.Terms), Said("definitions", defined.Definitions)],
        TalkAct.TermAgreed agreed => [Version(agreed.Version)],
        TalkAct.TermWithdrawn withdrawn => [Version(withdrawn.Version)],
        TalkAct.TermHasNoEquivalent none => [new("language", Text: none.Language), Said("instead", none.Remark)],
        _ => null,
    };

    private IEnumerable<FieldAnswer>? Ledgers(TalkAct act) => act switch
    {
        TalkAct.RedLineStated stated => Limit(stated.Text),
        TalkAct.RedLineQuestioned asked => [Version(asked.Version), Said("question", asked.Question)],
        TalkAct.RedLineClarified clear => Limit(clear.Text),
        TalkAct.RedLineUnderstood understood => [Version(understood.Version)],
        TalkAct.RedLineContested contested => [Version(contested.Version), Said("reason", contested.Reason)],
        TalkAct.RedLineWithdrawn withdrawn => [Said("reason", withdrawn.Reason)],
        _ => null,
    };

    private static IEnumerable<FieldAnswer>? Promises(TalkAct act) => act switch
    {
        TalkAct.CommitmentMade made => [Said("what", made.What), new("by", Text: made.ByWhom),
            new("due", At: made.Due.Instant.ToDateTimeOffset(), Clock: Clock(made.Due))],
        TalkAct.CommitmentAcknowledged or TalkAct.CommitmentReleased => [],
        TalkAct.CommitmentWithdrawn withdrawn => [Said("reason", withdrawn.Reason)],
        TalkAct.CommitmentJudged judged =>
            [new("verdict", Choice: judged.Verdict.ToString()), Said("remark", judged.Remark)],
        _ => null,
    };

    private static IEnumerable<FieldAnswer>? Situation(TalkAct act) => act switch
    {
        TalkAct.RhythmProposed proposed => [At("first", proposed.FirstDue),
            new("every", Number: proposed.EveryMinutes), new("grace", Number: proposed.GraceMinutes)],
        TalkAct.RhythmAgreed or TalkAct.RhythmWithdrawn => [],
        TalkAct.RhythmEnded ended => [At("from", ended.From)],
        TalkAct.SituationReported report => [new("period", Number: report.Period),
            new("level", Choice: report.Level.ToString()), Said("changes", report.Changes),
            Said("expected", report.Expected), Said("wishes", report.Wishes)],
        _ => null,
    };

    private IEnumerable<FieldAnswer>? Caucus(TalkAct act) => act switch
    {
        TalkAct.CounterpartNamed named => [new("person", Person: personOf(named.Ours)),
            new("person", Person: personOf(named.Theirs))],
        TalkAct.CounterpartEnded or TalkAct.ApprovalGiven or TalkAct.ApprovalTakenBack
            or TalkAct.ApprovalUsed or TalkAct.RuleLifted => [],
        TalkAct.RuleSet rule => [Room(rule.Room), By(rule.Mandates)],
        TalkAct.RemarkMade remark => [new("remark", Text: remark.Text)],
        TalkAct.RemarkVoted voted => [new("vote", Number: voted.Value)],
        TalkAct.DissentRecorded dissent => [new("dissent", Text: dissent.Text)],
        TalkAct.ApprovalAsked asked => [Said("draft", asked.Draft), Room(asked.Room), By(asked.Mandates)],
        TalkAct.ApprovalRefused refused => [new("reason", Text: refused.Reason)],
        _ => null,
    };

    private IEnumerable<FieldAnswer>? Signals(TalkAct act) => act switch
    {
        TalkAct.SignalAsked asked => [Said("open", asked.What), At("until", asked.Until)],
        TalkAct.SignalAccepted accepted => [Version(accepted.Version)],
        TalkAct.SignalRefused refused => [Said("reason", refused.Reason)],
        TalkAct.SignalCountered countered => [Said("open", countered.What)],
        TalkAct.SignalReleased released => [new("place", Text: released.Place)],
        TalkAct.SignalTakenBack => [],
        _ => null,
    };

    private static IEnumerable<FieldAnswer>? Releases(TalkAct act) => act switch
    {
        TalkAct.ReleaseOffered offered => [Said("subject", offered.Subject), At("minute", offered.Minute)],
        TalkAct.ReleaseJoined => [],
        TalkAct.ReleaseCalledOff off => [Said("reason", off.Reason)],
        TalkAct.ReleaseRevealed revealed => [new("text", Text: revealed.Text), At("published", revealed.PublishedAt)],
        _ => null,
    };

    private static IEnumerable<FieldAnswer>? Records(TalkAct act) => act switch
    {
        TalkAct.RecordProposed proposed => [Said("subject", proposed.Subject), Said("minutes", proposed.Minutes)],
        TalkAct.RecordCountersigned => [],
        TalkAct.RecordDeclined declined => [Said("reason", declined.Reason)],
        TalkAct.LineCharterProposed proposed => [new("charter", Number: (long)proposed.Number),
            .. Enum.GetValues<CharterField>().Select(field => new FieldAnswer($"charter-{Name(field)}",
                Text: CharterWords.Of(proposed.Terms, field)))],
        TalkAct.LineCharterAgreed => [],
        TalkAct.LineCharterDeclined declined => [Said("reason", declined.Reason)],
        _ => null,
    };

    private static string Name(CharterField field) => field.ToString().ToLowerInvariant();

    private static IEnumerable<FieldAnswer> Limit(RedLineText text) => [Said("act", text.Act),
        Said("threshold", text.Threshold), Said("consequence", text.Consequence), Said("scope", text.Scope),
        new("certainty", Choice: text.Certainty.ToString())];

    // What its author left out has nothing in it, and is not told.
    private FieldAnswer Version(MessageId version) => new("version", Number: (long?)orderOf(version));

    private static FieldAnswer Said(string name, ImmutableArray<Wording> words) => words.IsDefaultOrEmpty ? new(name)
        : new(name, [.. words.Select(one => new WordingAnswer(one.Language, one.Text))]);

    private static FieldAnswer Room(Octets room) => new("room", Text: Convert.ToHexStringLower(room.Span));

    private static FieldAnswer By(Mandate mandates) => new("of", Choice: mandates.ToString());

    private static FieldAnswer At(string name, Instant at) => new(name, At: at.ToDateTimeOffset());

    private static string Clock(AgreedMoment at) =>
        $"{at.Local.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)} {at.Zone}";
}
