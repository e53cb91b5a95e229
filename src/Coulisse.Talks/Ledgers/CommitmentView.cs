using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using NodaTime;

namespace Coulisse.Talks.Ledgers;

/// <summary>A promise, and what each side says became of it.</summary>
/// <param name="Id">The message that made it.</param>
/// <param name="By">Who made it.</param>
/// <param name="What">What was promised.</param>
/// <param name="ByWhom">The office that is to keep it.</param>
/// <param name="Due">By when.</param>
/// <param name="Standing">How it stands at the moment that was asked about.</param>
/// <param name="AcknowledgedBy">Who of the other side has heard it, or null.</param>
/// <param name="Promiser">What the side that promised says became of it, or null.</param>
/// <param name="Other">What the other side says, or null.</param>
public sealed record CommitmentView(MessageId Id, Person By, ImmutableArray<Wording> What, string ByWhom,
    AgreedMoment Due, Standing Standing, Person? AcknowledgedBy, Judgement? Promiser, Judgement? Other)
{
    /// <summary>Somebody has still to do or to say something about it.</summary>
    public bool IsOpen => Standing is not (Standing.Withdrawn or Standing.Released or Standing.Kept or Standing.Broken);

    /// <summary>Whose word on it is missing; null if nobody's is.</summary>
    public Side? Owes => Standing switch
    {
        Standing.Promised or Standing.Acknowledged or Standing.Lapsed => By.Side,
        Standing.KeptSaysOne or Standing.BrokenSaysOne when Promiser is null => By.Side,
        Standing.KeptSaysOne or Standing.BrokenSaysOne => By.Side == Side.A ? Side.B : Side.A,
        _ => null,
    };

    internal static CommitmentView Of(Matter matter, Instant now)
    {
        var (entry, made) = matter.Of<TalkAct.CommitmentMade>().Single();
        var judged = matter.Of<TalkAct.CommitmentJudged>().ToLookup(one => one.Entry.Author.Side == entry.Author.Side,
            one => new Judgement(one.Act.Verdict, Worded.Of(one.Entry, one.Act.Remark)));
        var (promiser, other) = (judged[true].LastOrDefault(), judged[false].LastOrDefault());
        return new(matter.Id, entry.Author, made.What, made.ByWhom, made.Due,
            Stands(matter.Stage, promiser?.Verdict, other?.Verdict, now > made.Due.Instant),
            matter.Of<TalkAct.CommitmentAcknowledged>().FirstOrDefault().Entry?.Author, promiser, other);
    }

    // Silence is neither kept nor broken: what only one side says is said to be only that side's word.
    private static Standing Stands(Stage stage, Verdict? promiser, Verdict? other, bool isPast) =>
        (stage, promiser, other) switch
        {
            (Stage.Withdrawn, _, _) => Standing.Withdrawn,
            (Stage.Released, _, _) => Standing.Released,
            (_, Verdict.Kept, Verdict.Kept) => Standing.Kept,
            (_, Verdict.Broken, Verdict.Broken) => Standing.Broken,
            (_, Verdict.Kept, null) or (_, null, Verdict.Kept) => Standing.KeptSaysOne,
            (_, Verdict.Broken, null) or (_, null, Verdict.Broken) => Standing.BrokenSaysOne,
            (_, not null, _) or (_, _, not null) => Standing.Contested,
            _ when isPast => Standing.Lapsed,
            (Stage.Acknowledged, _, _) => Standing.Acknowledged,
            _ => Standing.Promised,
        };
}
