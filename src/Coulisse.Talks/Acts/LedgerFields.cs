using Coulisse.Talks.Values;

namespace Coulisse.Talks.Acts;

/// <summary>Limits, promises, reports. The fields of each act, in the order of their keys.</summary>
internal static class LedgerFields
{
    private const int Words = ActLimits.WordsScalarsMax;
    private const int Name = ActLimits.NameScalarsMax;
    private const int Field = ActLimits.FieldScalarsMax;

    internal static TalkAct? Flow(ref ActFlow f, ActKind kind, TalkAct? act) => kind switch
    {
        ActKind.RedLineStated => RedLineStated(ref f, (TalkAct.RedLineStated?)act),
        ActKind.RedLineQuestioned => RedLineQuestioned(ref f, (TalkAct.RedLineQuestioned?)act),
        ActKind.RedLineClarified => RedLineClarified(ref f, (TalkAct.RedLineClarified?)act),
        ActKind.RedLineUnderstood => RedLineUnderstood(ref f, (TalkAct.RedLineUnderstood?)act),
        ActKind.RedLineContested => RedLineContested(ref f, (TalkAct.RedLineContested?)act),
        ActKind.RedLineWithdrawn => RedLineWithdrawn(ref f, (TalkAct.RedLineWithdrawn?)act),
        ActKind.CommitmentMade => CommitmentMade(ref f, (TalkAct.CommitmentMade?)act),
        ActKind.CommitmentAcknowledged => CommitmentAcknowledged(ref f, (TalkAct.CommitmentAcknowledged?)act),
        ActKind.CommitmentWithdrawn => CommitmentWithdrawn(ref f, (TalkAct.CommitmentWithdrawn?)act),
        ActKind.CommitmentReleased => CommitmentReleased(ref f, (TalkAct.CommitmentReleased?)act),
        ActKind.CommitmentJudged => CommitmentJudged(ref f, (TalkAct.CommitmentJudged?)act),
        ActKind.RhythmProposed => RhythmProposed(ref f, (TalkAct.RhythmProposed?)act),
        ActKind.RhythmAgreed => RhythmAgreed(ref f, (TalkAct.RhythmAgreed?)act),
        ActKind.RhythmWithdrawn => RhythmWithdrawn(ref f, (TalkAct.RhythmWithdrawn?)act),
        ActKind.RhythmEnded => RhythmEnded(ref f, (TalkAct.RhythmEnded?)act),
        ActKind.SituationReported => SituationReported(ref f, (TalkAct.SituationReported?)act),
        _ => null,
    };

    private static TalkAct.RedLineStated RedLineStated(ref ActFlow f, TalkAct.RedLineStated? a) =>
        new(RedLine(ref f, a?.Text));

    private static TalkAct.RedLineQuestioned RedLineQuestioned(ref ActFlow f, TalkAct.RedLineQuestioned? a) =>
        new(f.Id(a?.Matter), f.Id(a?.Version), f.Words(a?.Question, Words));

    private static TalkAct.RedLineClarified RedLineClarified(ref ActFlow f, TalkAct.RedLineClarified? a) =>
        new(f.Id(a?.Matter), RedLine(ref f, a?.Text));

    private static TalkAct.RedLineUnderstood RedLineUnderstood(ref ActFlow f, TalkAct.RedLineUnderstood? a) =>
        new(f.Id(a?.Matter), f.Id(a?.Version));

    private static TalkAct.RedLineContested RedLineContested(ref ActFlow f, TalkAct.RedLineContested? a) =>
        new(f.Id(a?.Matter), f.Id(a?.Version), f.Words(a?.Reason, Words));

    private static TalkAct.RedLineWithdrawn RedLineWithdrawn(ref ActFlow f, TalkAct.RedLineWithdrawn? a) =>
        new(f.Id(a?.Matter), f.MayWords(a?.Reason, Words));

    private static TalkAct.CommitmentMade CommitmentMade(ref ActFlow f, TalkAct.CommitmentMade? a) =>
        new(f.Words(a?.What, Words), f.Text(a?.ByWhom, Name), Due(ref f, a?.Due));

    private static TalkAct.CommitmentAcknowledged CommitmentAcknowledged(ref ActFlow f,
        TalkAct.CommitmentAcknowledged? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.CommitmentWithdrawn CommitmentWithdrawn(ref ActFlow f, TalkAct.CommitmentWithdrawn? a) =>
        new(f.Id(a?.Matter), f.MayWords(a?.Reason, Words));

    private static TalkAct.CommitmentReleased CommitmentReleased(ref ActFlow f, TalkAct.CommitmentReleased? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.CommitmentJudged CommitmentJudged(ref ActFlow f, TalkAct.CommitmentJudged? a) =>
        new(f.Id(a?.Matter), (Verdict)f.Number((ulong?)a?.Verdict, 1, 3),
            f.MayWords(a?.Remark, Words));

    private static TalkAct.RhythmProposed RhythmProposed(ref ActFlow f, TalkAct.RhythmProposed? a) =>
        new(f.Moment(a?.FirstDue), (uint)f.Number(a?.EveryMinutes, 1,
            ActLimits.RhythmMinutesMax), (uint)f.Number(a?.GraceMinutes, 0,
            ActLimits.RhythmMinutesMax));

    private static TalkAct.RhythmAgreed RhythmAgreed(ref ActFlow f, TalkAct.RhythmAgreed? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.RhythmWithdrawn RhythmWithdrawn(ref ActFlow f, TalkAct.RhythmWithdrawn? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.RhythmEnded RhythmEnded(ref ActFlow f, TalkAct.RhythmEnded? a) =>
        new(f.Id(a?.Matter), f.Moment(a?.From));

    private static TalkAct.SituationReported SituationReported(ref ActFlow f, TalkAct.SituationReported? a) =>
        new(f.Id(a?.Matter), (uint)f.Number(a?.Period, 0, uint.MaxValue),
            (SituationLevel)f.Number((ulong?)a?.Level, 1, 4), f.MayWords(a?.Changes, Field),
            f.MayWords(a?.Expected, Field), f.MayWords(a?.Wishes, Field));

    private static RedLineText RedLine(ref ActFlow f, RedLineText? text) => new(f.Words(text?.Act, Words),
        f.Words(text?.Threshold, Words), f.Words(text?.Consequence, Words), f.Words(text?.Scope, Words),
        (Certainty)f.Number((ulong?)text?.Certainty, 1, 3));

    // The clocks there, as if they stood at Greenwich; then how far east of it they are, and how people call the place.
    private static AgreedMoment Due(ref ActFlow f, AgreedMoment? due)
    {
        var local = f.Moment(due?.Local.InUtc().ToInstant()).InUtc().LocalDateTime;
        return new(local, f.Signed(due?.OffsetMinutes, -1_080, 1_080), f.Text(due?.Zone, Name));
    }
}
