using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Acts;

/// <summary>Counterparts, caucuses, the open. The fields of each act, in the order of their keys.</summary>
internal static class PeopleFields
{
    private const int Words = ActLimits.WordsScalarsMax;
    private const int Name = ActLimits.NameScalarsMax;

    internal static TalkAct? Flow(ref ActFlow f, ActKind kind, TalkAct? act) => kind switch
    {
        ActKind.CounterpartNamed => CounterpartNamed(ref f, (TalkAct.CounterpartNamed?)act),
        ActKind.CounterpartEnded => CounterpartEnded(ref f, (TalkAct.CounterpartEnded?)act),
        ActKind.RemarkMade => RemarkMade(ref f, (TalkAct.RemarkMade?)act),
        ActKind.RemarkVoted => RemarkVoted(ref f, (TalkAct.RemarkVoted?)act),
        ActKind.DissentRecorded => DissentRecorded(ref f, (TalkAct.DissentRecorded?)act),
        ActKind.ApprovalAsked => ApprovalAsked(ref f, (TalkAct.ApprovalAsked?)act),
        ActKind.ApprovalGiven => ApprovalGiven(ref f, (TalkAct.ApprovalGiven?)act),
        ActKind.ApprovalRefused => ApprovalRefused(ref f, (TalkAct.ApprovalRefused?)act),
        ActKind.ApprovalTakenBack => ApprovalTakenBack(ref f, (TalkAct.ApprovalTakenBack?)act),
        ActKind.ApprovalUsed => ApprovalUsed(ref f, (TalkAct.ApprovalUsed?)act),
        ActKind.RuleSet => RuleSet(ref f, (TalkAct.RuleSet?)act),
        ActKind.RuleLifted => RuleLifted(ref f, (TalkAct.RuleLifted?)act),
        ActKind.SignalAsked => SignalAsked(ref f, (TalkAct.SignalAsked?)act),
        ActKind.SignalAccepted => SignalAccepted(ref f, (TalkAct.SignalAccepted?)act),
        ActKind.SignalRefused => SignalRefused(ref f, (TalkAct.SignalRefused?)act),
        ActKind.SignalCountered => SignalCountered(ref f, (TalkAct.SignalCountered?)act),
        ActKind.SignalReleased => SignalReleased(ref f, (TalkAct.SignalReleased?)act),
        ActKind.SignalTakenBack => SignalTakenBack(ref f, (TalkAct.SignalTakenBack?)act),
        ActKind.ReleaseOffered => ReleaseOffered(ref f, (TalkAct.ReleaseOffered?)act),
        ActKind.ReleaseJoined => ReleaseJoined(ref f, (TalkAct.ReleaseJoined?)act),
        ActKind.ReleaseCalledOff => ReleaseCalledOff(ref f, (TalkAct.ReleaseCalledOff?)act),
        ActKind.ReleaseRevealed => ReleaseRevealed(ref f, (TalkAct.ReleaseRevealed?)act),
        _ => null,
    };

    private static TalkAct.CounterpartNamed CounterpartNamed(ref ActFlow f, TalkAct.CounterpartNamed? a) =>
        new(f.Person(a?.Ours), f.Person(a?.Theirs));

    private static TalkAct.CounterpartEnded CounterpartEnded(ref ActFlow f, TalkAct.CounterpartEnded? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.RemarkMade RemarkMade(ref ActFlow f, TalkAct.RemarkMade? a) =>
        new(f.Id(a?.Under), f.Flag(a?.IsElsewhere), f.Text(a?.Text, Words));

    private static TalkAct.RemarkVoted RemarkVoted(ref ActFlow f, TalkAct.RemarkVoted? a) =>
        new(f.Id(a?.Matter), f.Signed(a?.Value, -1, 1));

    private static TalkAct.DissentRecorded DissentRecorded(ref ActFlow f, TalkAct.DissentRecorded? a) =>
        new(f.MayId(a?.Subject), f.Text(a?.Text, Words));

    private static TalkAct.ApprovalAsked ApprovalAsked(ref ActFlow f, TalkAct.ApprovalAsked? a) =>
        new(f.Words(a?.Draft, ActLimits.TextScalarsMax), Mandates(ref f, a?.Mandates),
            f.Fixed(a?.Room, ActLimits.RoomBytes));

    private static TalkAct.ApprovalGiven ApprovalGiven(ref ActFlow f, TalkAct.ApprovalGiven? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.ApprovalRefused ApprovalRefused(ref ActFlow f, TalkAct.ApprovalRefused? a) =>
        new(f.Id(a?.Matter), f.Text(a?.Reason, Words));

    private static TalkAct.ApprovalTakenBack ApprovalTakenBack(ref ActFlow f, TalkAct.ApprovalTakenBack? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.ApprovalUsed ApprovalUsed(ref ActFlow f, TalkAct.ApprovalUsed? a) => new(f.Id(a?.Matter));

    private static TalkAct.RuleSet RuleSet(ref ActFlow f, TalkAct.RuleSet? a) =>
        new(f.Fixed(a?.Room, ActLimits.RoomBytes), MayMandates(ref f, a?.Mandates));

    private static TalkAct.RuleLifted RuleLifted(ref ActFlow f, TalkAct.RuleLifted? a) => new(f.Id(a?.Matter));

    private static TalkAct.SignalAsked SignalAsked(ref ActFlow f, TalkAct.SignalAsked? a) =>
        new(f.Words(a?.What, Words), f.Moment(a?.Until));

    private static TalkAct.SignalAccepted SignalAccepted(ref ActFlow f, TalkAct.SignalAccepted? a) =>
        new(f.Id(a?.Matter), f.Id(a?.Version));

    private static TalkAct.SignalRefused SignalRefused(ref ActFlow f, TalkAct.SignalRefused? a) =>
        new(f.Id(a?.Matter), f.MayWords(a?.Reason, Words));

    private static TalkAct.SignalCountered SignalCountered(ref ActFlow f, TalkAct.SignalCountered? a) =>
        new(f.Id(a?.Matter), f.Words(a?.What, Words));

    private static TalkAct.SignalReleased SignalReleased(ref ActFlow f, TalkAct.SignalReleased? a) =>
        new(f.Id(a?.Matter), f.Text(a?.Place, ActLimits.QuotedScalarsMax));

    private static TalkAct.SignalTakenBack SignalTakenBack(ref ActFlow f, TalkAct.SignalTakenBack? a) =>
        new(f.Id(a?.Matter));

    private static TalkAct.ReleaseOffered ReleaseOffered(ref ActFlow f, TalkAct.ReleaseOffered? a) =>
        new(f.Words(a?.Subject, Name), f.Moment(a?.Minute),
            f.Fixed(a?.Commitment, ActLimits.HashBytes));

    private static TalkAct.ReleaseJoined ReleaseJoined(ref ActFlow f, TalkAct.ReleaseJoined? a) =>
        new(f.Id(a?.Matter), f.Fixed(a?.Commitment, ActLimits.HashBytes));

    private static TalkAct.ReleaseCalledOff ReleaseCalledOff(ref ActFlow f, TalkAct.ReleaseCalledOff? a) =>
        new(f.Id(a?.Matter), f.MayWords(a?.Reason, Words));

    private static TalkAct.ReleaseRevealed ReleaseRevealed(ref ActFlow f, TalkAct.ReleaseRevealed? a) =>
        new(f.Id(a?.Matter), f.Fixed(a?.Salt, ActLimits.SaltBytes),
            f.Text(a?.Text, ActLimits.TextScalarsMax), f.Moment(a?.PublishedAt));

    private static Mandate Mandates(ref ActFlow f, Mandate? mandates) => (Mandate)f.Number((ulong?)mandates, 1, 63);

    // Left out where whoever binds the party approves: so rules were written before they named anybody.
    private static Mandate MayMandates(ref ActFlow f, Mandate? mandates)
    {
        if (!f.IsThere(mandates is { } given && given != Charter.Binding))
            return Charter.Binding;
        var named = Mandates(ref f, mandates);
        f.Demand(named != Charter.Binding, Refusal.NotAnAct);
        return named;
    }
}
