using System.Collections.Immutable;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Ledgers;

/// <summary>What is due in a talk, and what was. That a time is over is shown, and decides nothing.</summary>
internal static class DueThings
{
    private static readonly Duration Coming = Duration.FromDays(1);
    private static readonly Duration Soon = Duration.FromHours(1);
    private static readonly Duration ReleaseMinute = Duration.FromMinutes(1);

    internal static ImmutableArray<DueThing> Of(Talk talk, Instant now) =>
    [
        .. Commitments(talk, now).Concat(ReadBacks(talk, now)).Concat(talk.Rhythms.SelectMany(one => Reports(one, now)))
            .Concat(Signals(talk, now)).Concat(Releases(talk, now))
            .Where(one => one.At - now <= Coming)
            .OrderBy(one => one.At).ThenBy(one => one.Matter, MessageId.Order).ThenBy(one => one.Side),
    ];

    // Once one side has said what became of a promise, the other's word is what is missing.
    private static IEnumerable<DueThing> Commitments(Talk talk, Instant now) =>
        from one in talk.Commitments(now)
        let side = one.Owes
        where side is not null
        select new DueThing(one.Id, MatterKind.Commitment, side.Value, one.Due.Instant,
            StateOf(one.Due.Instant, one.Due.Instant, now));

    private static IEnumerable<DueThing> ReadBacks(Talk talk, Instant now) =>
        talk.ReadBacks(now).Where(one => one.Stage == Stage.Said).Select(one => new DueThing(one.Id,
            MatterKind.ReadBack, Other(one.Reader.Side), one.AnswerBy, StateOf(one.AnswerBy, one.AnswerBy, now)));

    private static IEnumerable<DueThing> Reports(RhythmView rhythm, Instant now) => rhythm.Missing(now)
        .Select(one => new DueThing(one.Rhythm, MatterKind.Rhythm, one.Side, one.Due, DueState.Over, one.Period))
        .Concat(from side in (Side[])[Side.A, Side.B]
                let next = rhythm.NextOf(side, now)
                where next is not null
                let at = rhythm.DueOf(next.Value)
                select new DueThing(rhythm.Id, MatterKind.Rhythm, side, at, StateOf(at, at.Later(rhythm.Grace), now),
                    next));

    private static IEnumerable<DueThing> Signals(Talk talk, Instant now) =>
        from one in talk.Signals(now)
        let side = one.Stage switch
        {
            Stage.Asked or Stage.Countered => Other(one.Wordings[^1].By.Side),
            Stage.Accepted => Other(one.By.Side),
            _ => (Side?)null,
        }
        where side is not null
        select new DueThing(one.Id, MatterKind.Signal, side.Value, one.Until, StateOf(one.Until, one.Until, now));

    private static IEnumerable<DueThing> Releases(Talk talk, Instant now) =>
        from one in talk.Releases(now)
        where one.Stage is Stage.Proposed or Stage.Bound or Stage.Revealed
        from part in one.Parts
        where one.Stage == Stage.Proposed ? part.Publication == Publication.NotBound
            : part.Publication is Publication.NotYet or Publication.Missing
        select new DueThing(one.Id, MatterKind.Release, part.Side, one.Minute,
            StateOf(one.Minute, one.Minute.Later(ReleaseMinute), now));

    private static DueState StateOf(Instant due, Instant over, Instant now) =>
        now > over ? DueState.Over : now >= due ? DueState.Due : due - now <= Soon ? DueState.Soon : DueState.Coming;

    private static Side Other(Side side) => side == Side.A ? Side.B : Side.A;
}
