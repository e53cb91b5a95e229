using System.Collections.Immutable;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Acts;

/// <summary>Everything that a person wrote in an act, in every language: what is agreed to is agreed to in all of
/// them.</summary>
public static class ActWordings
{
    /// <summary>The texts, each in its languages, in the order of the act's fields.</summary>
    public static ImmutableArray<ImmutableArray<Wording>> Of(TalkAct act) =>
        [.. (Words(act) ?? Ledgers(act) ?? Open(act) ?? []).Where(words => !words.IsDefaultOrEmpty)];

    private static ImmutableArray<Wording>[]? Words(TalkAct act) => act switch
    {
        TalkAct.ItemsSaid said => [.. said.Items],
        TalkAct.QueryAsked asked => [asked.Question],
        TalkAct.QueryAnswered answered => [answered.Answer],
        TalkAct.ReadBackSaid said => [.. said.Items.Select(item => item.Words)],
        TalkAct.ReadBackCorrected corrected => [corrected.Meant],
        TalkAct.TermRaised raised => [raised.Terms],
        TalkAct.TermDefined defined => [defined.Terms, defined.Definitions],
        TalkAct.TermHasNoEquivalent none => [none.Remark],
        _ => null,
    };

    private static ImmutableArray<Wording>[]? Ledgers(TalkAct act) => act switch
    {
        TalkAct.RedLineStated stated => Line(stated.Text),
        TalkAct.RedLineClarified clear => Line(clear.Text),
        TalkAct.RedLineQuestioned asked => [asked.Question],
        TalkAct.RedLineContested contested => [contested.Reason],
        TalkAct.RedLineWithdrawn withdrawn => [withdrawn.Reason],
        TalkAct.CommitmentMade made => [made.What],
        TalkAct.CommitmentWithdrawn withdrawn => [withdrawn.Reason],
        TalkAct.CommitmentJudged judged => [judged.Remark],
        TalkAct.SituationReported report => [report.Changes, report.Expected, report.Wishes],
        _ => null,
    };

    private static ImmutableArray<Wording>[]? Open(TalkAct act) => act switch
    {
        TalkAct.ApprovalAsked asked => [asked.Draft],
        TalkAct.SignalAsked asked => [asked.What],
        TalkAct.SignalRefused refused => [refused.Reason],
        TalkAct.SignalCountered countered => [countered.What],
        TalkAct.ReleaseOffered offered => [offered.Subject],
        TalkAct.ReleaseCalledOff off => [off.Reason],
        TalkAct.RecordProposed proposed => [proposed.Subject, proposed.Minutes],
        TalkAct.RecordDeclined declined => [declined.Reason],
        TalkAct.LineCharterDeclined declined => [declined.Reason],
        _ => null,
    };

    private static ImmutableArray<Wording>[] Line(RedLineText text) =>
        [text.Act, text.Threshold, text.Consequence, text.Scope];
}
