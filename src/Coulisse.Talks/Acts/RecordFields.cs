using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Acts;

/// <summary>What is put on record. The fields of each act, in the order of their keys.</summary>
internal static class RecordFields
{
    internal static TalkAct? Flow(ref ActFlow f, ActKind kind, TalkAct? act) => kind switch
    {
        ActKind.RecordProposed => RecordProposed(ref f, (TalkAct.RecordProposed?)act),
        ActKind.RecordCountersigned => RecordCountersigned(ref f, (TalkAct.RecordCountersigned?)act),
        ActKind.RecordDeclined => RecordDeclined(ref f, (TalkAct.RecordDeclined?)act),
        _ => null,
    };

    private static TalkAct.RecordProposed RecordProposed(ref ActFlow f, TalkAct.RecordProposed? a)
    {
        var proposed = new TalkAct.RecordProposed(f.Words(a?.Subject, ActLimits.NameScalarsMax),
            f.Bytes(a?.Passage, 0, ActLimits.PassageMax * MessageId.Bytes),
            f.MayWords(a?.Minutes, ActLimits.TextScalarsMax), f.Bytes(a?.Authors, 0, ActLimits.AuthorsBytesMax),
            f.Bytes(a?.Signature, 1, ActLimits.SignatureBytesMax));
        f.Demand(proposed.Passage.Length % MessageId.Bytes == 0, Refusal.WrongLength);
        f.Demand(proposed.Passage.Length > 0 || proposed.Minutes.Length > 0, Refusal.NoWords);
        f.Demand(proposed.Messages.Distinct().Count() == proposed.Passage.Length / MessageId.Bytes
            && !proposed.Messages.Any(id => id.IsNone), Refusal.NoSuchMatter);
        return proposed;
    }

    private static TalkAct.RecordCountersigned RecordCountersigned(
        ref ActFlow f, TalkAct.RecordCountersigned? a) =>
        new(f.Id(a?.Matter), f.Bytes(a?.Signature, 1, ActLimits.SignatureBytesMax));

    private static TalkAct.RecordDeclined RecordDeclined(ref ActFlow f, TalkAct.RecordDeclined? a) =>
        new(f.Id(a?.Matter), f.MayWords(a?.Reason, ActLimits.WordsScalarsMax));
}
