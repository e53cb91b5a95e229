using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Acts;

/// <summary>What becomes the terms of a line. The fields of each act, in the order of their keys.</summary>
internal static class LineCharterFields
{
    internal static TalkAct? Flow(ref ActFlow f, ActKind kind, TalkAct? act) => kind switch
    {
        ActKind.LineCharterProposed => Proposed(ref f, (TalkAct.LineCharterProposed?)act),
        ActKind.LineCharterAgreed => Agreed(ref f, (TalkAct.LineCharterAgreed?)act),
        ActKind.LineCharterDeclined => Declined(ref f, (TalkAct.LineCharterDeclined?)act),
        _ => null,
    };

    private static TalkAct.LineCharterProposed Proposed(ref ActFlow f, TalkAct.LineCharterProposed? a)
    {
        var number = f.Number(a?.Number, 1, ActLimits.CharterNumberMax);
        var follows = f.Fixed(a?.Follows, ActLimits.HashBytes);
        var terms = Terms(ref f, a?.Terms);
        foreach (var fault in terms.Faults())
            f.Demand(false, fault.Why);
        return new(number, follows, terms, f.Bytes(a?.Signature, 1, ActLimits.SignatureBytesMax));
    }

    private static Charter Terms(ref ActFlow f, Charter? a) => new( // evaluated as written: in the order of the keys
        Purpose: f.Text(a?.Purpose, Charter.TextScalarsMax),
        Excluded: f.IsThere(a?.Excluded is { Length: > 0 }) ? f.Text(a?.Excluded, Charter.TextScalarsMax) : "",
        MayKnow: f.Text(a?.MayKnow, Charter.TextScalarsMax),
        Record: (RecordMode)f.Number((ulong?)a?.Record, 1, (ulong)RecordMode.OnRecord),
        RetentionDays: (uint)f.Number(a?.RetentionDays, 0, Charter.RetentionDaysMax),
        Quoting: (Quoting)f.Number((ulong?)a?.Quoting, 1, (ulong)Quoting.OwnWords),
        MayConsent: (Mandate)f.Number((ulong?)a?.MayConsent, 1, (ulong)Charter.Binding),
        End: f.Text(a?.End, Charter.TextScalarsMax));

    private static TalkAct.LineCharterAgreed Agreed(ref ActFlow f, TalkAct.LineCharterAgreed? a) =>
        new(f.Id(a?.Matter), f.Bytes(a?.Signature, 1, ActLimits.SignatureBytesMax));

    private static TalkAct.LineCharterDeclined Declined(ref ActFlow f, TalkAct.LineCharterDeclined? a) =>
        new(f.Id(a?.Matter), f.MayWords(a?.Reason, ActLimits.WordsScalarsMax));
}
