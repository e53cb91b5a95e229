
namespace Coulisse.Talks.Acts;

/// <summary>Words under marks, read-backs, terms. The fields of each act, in the order of their keys.</summary>
internal static class WordFields
{
    private const int Words = ActLimits.WordsScalarsMax;
    private const int Name = ActLimits.NameScalarsMax;

    internal static TalkAct? Flow(ref ActFlow f, ActKind kind, TalkAct? act) => kind switch
    {
        ActKind.ItemsSaid => ItemsSaid(ref f, (TalkAct.ItemsSaid?)act),
        ActKind.QueryAsked => QueryAsked(ref f, (TalkAct.QueryAsked?)act),
        ActKind.QueryAnswered => QueryAnswered(ref f, (TalkAct.QueryAnswered?)act),
        ActKind.QueryClosed => QueryClosed(ref f, (TalkAct.QueryClosed?)act),
        ActKind.QueryTakenBack => QueryTakenBack(ref f, (TalkAct.QueryTakenBack?)act),
        ActKind.ReadBackSaid => ReadBackSaid(ref f, (TalkAct.ReadBackSaid?)act),
        ActKind.ReadBackConfirmed => ReadBackConfirmed(ref f, (TalkAct.ReadBackConfirmed?)act),
        ActKind.ReadBackCorrected => ReadBackCorrected(ref f, (TalkAct.ReadBackCorrected?)act),
        ActKind.ReadBackTakenBack => ReadBackTakenBack(ref f, (TalkAct.ReadBackTakenBack?)act),
        ActKind.TermRaised => TermRaised(ref f, (TalkAct.TermRaised?)act),
        ActKind.TermDefined => TermDefined(ref f, (TalkAct.TermDefined?)act),
        ActKind.TermAgreed => TermAgreed(ref f, (TalkAct.TermAgreed?)act),
        ActKind.TermHasNoEquivalent => TermHasNoEquivalent(ref f, (TalkAct.TermHasNoEquivalent?)act),
        ActKind.TermWithdrawn => TermWithdrawn(ref f, (TalkAct.TermWithdrawn?)act),
        _ => null,
    };

    private static TalkAct.ItemsSaid ItemsSaid(ref ActFlow f, TalkAct.ItemsSaid? a) => new(f.Items(a?.Items));

    private static TalkAct.QueryAsked QueryAsked(ref ActFlow f, TalkAct.QueryAsked? a) =>
        new(f.Id(a?.About), f.Language(a?.Language), f.Range(a?.Range),
            f.Text(a?.Quoted, ActLimits.QuotedScalarsMax), f.Words(a?.Question, Words));

    private static TalkAct.QueryAnswered QueryAnswered(ref ActFlow f, TalkAct.QueryAnswered? a) =>
        new(f.Id(a?.Matter), f.Words(a?.Answer, Words));

    private static TalkAct.QueryClosed QueryClosed(ref ActFlow f, TalkAct.QueryClosed? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.QueryTakenBack QueryTakenBack(ref ActFlow f, TalkAct.QueryTakenBack? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.ReadBackSaid ReadBackSaid(ref ActFlow f, TalkAct.ReadBackSaid? a) =>
        new(f.Id(a?.About), f.Understood(a?.Items), f.Moment(a?.AnswerBy));

    private static TalkAct.ReadBackConfirmed ReadBackConfirmed(ref ActFlow f, TalkAct.ReadBackConfirmed? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.ReadBackCorrected ReadBackCorrected(ref ActFlow f, TalkAct.ReadBackCorrected? a) =>
        new(f.Id(a?.Matter), f.Words(a?.Meant, Words));

    private static TalkAct.ReadBackTakenBack ReadBackTakenBack(ref ActFlow f, TalkAct.ReadBackTakenBack? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.TermRaised TermRaised(ref ActFlow f, TalkAct.TermRaised? a) =>
        new(f.Words(a?.Terms, Name));

    private static TalkAct.TermDefined TermDefined(ref ActFlow f, TalkAct.TermDefined? a) =>
        new(f.Id(a?.Matter), f.Words(a?.Terms, Name), f.Words(a?.Definitions,
            Words));

    private static TalkAct.TermAgreed TermAgreed(ref ActFlow f, TalkAct.TermAgreed? a) =>
        new(f.Id(a?.Matter), f.Id(a?.Version));

    private static TalkAct.TermHasNoEquivalent TermHasNoEquivalent(ref ActFlow f, TalkAct.TermHasNoEquivalent? a) =>
        new(f.Id(a?.Matter), f.Language(a?.Language), f.MayWords(a?.Remark,
            Words));

    private static TalkAct.TermWithdrawn TermWithdrawn(ref ActFlow f, TalkAct.TermWithdrawn? a) =>
        new(f.Id(a?.Matter), f.Id(a?.Version));
}
