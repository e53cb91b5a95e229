using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;

namespace Coulisse.Desk.Outbox;

/// <summary>What a restored station says of a submission that it had taken before: it stands where it stood, elsewhere,
/// or nowhere any more.</summary>
internal sealed class TakenAgain(Keeping keeping, Receipts receipts)
{
    internal void Take(Verdict verdict, StepEffects effects)
    {
        if (!verdict.Kind.IsFinal() || keeping.Submissions.FirstOrDefault(one =>
            WireValue.Decode<Submission>(one.Submission.Span).Hash() == verdict.Submission) is not { } kept
            || (verdict.Kind == VerdictKind.Taken && verdict.Place == kept.Place))
            return;
        keeping.Forget(kept.Place);
        if (verdict.Kind != VerdictKind.Taken)
        {
            receipts.Lost(where => where == kept.Place, effects);
            return;
        }
        keeping.Taken(WireValue.Decode<Submission>(kept.Submission.Span), verdict);
        receipts.Moved(kept.Place, verdict.Place);
    }
}
