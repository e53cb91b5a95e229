using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Ledgers;

/// <summary>Situation reports at certain times, of both sides once both agree.</summary>
/// <param name="Id">The message that proposed it.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="FirstDue">When the first report is due: that of period 0.</param>
/// <param name="Every">How often.</param>
/// <param name="Grace">How long after that one is not yet missing.</param>
/// <param name="Stage">Proposed, Agreed, Withdrawn or Ended.</param>
/// <param name="EndedFrom">From when on none is due any more, and not before that was said; null if it goes
/// on.</param>
/// <param name="Reports">Those that came, in order of period, then side.</param>
public sealed record RhythmView(MessageId Id, Person By, Instant FirstDue, Duration Every, Duration Grace, Stage Stage,
    Instant? EndedFrom, ImmutableArray<SituationReport> Reports)
{
    /// <summary>So many missing reports are listed at most: the last ones.</summary>
    public const int MissingMax = 100;

    // An author's clock can say that the end was said long ago; what was missing when it came here was missing.
    private Instant? EndHere { get; init; }

    /// <summary>When the report of a period is due.</summary>
    public Instant DueOf(uint period) => FirstDue.Later(period, Every);

    /// <summary>What should have come by now and did not, the latest first. Nothing is due before both have
    /// agreed.</summary>
    public ImmutableArray<MissingReport> Missing(Instant now)
    {
        if (Stage is not (Stage.Agreed or Stage.Ended))
            return [];
        var here = Reports.Select(report => (report.By.Side, report.Period)).ToHashSet();
        var missing = ImmutableArray.CreateBuilder<MissingReport>();
        for (var period = LastDue(now); period >= 0 && missing.Count < MissingMax; period--)
        {
            foreach (var side in new[] { Side.A, Side.B })
            {
                if (!here.Contains((side, (uint)period)) && missing.Count < MissingMax)
                    missing.Add(new(Id, side, (uint)period, DueOf((uint)period)));
            }
        }
        return missing.ToImmutable();
    }

    /// <summary>The earliest period that is not missing yet and that this side has not reported; null if none is due
    /// any more.</summary>
    public uint? NextOf(Side side, Instant now)
    {
        if (Stage is not (Stage.Agreed or Stage.Ended))
            return null;
        var (period, here) = (LastDue(now) + 1, PeriodsOf(side));
        while (here.Contains(period))
            period++;
        return period <= uint.MaxValue && !(DueOf((uint)period) >= EndedFrom) ? (uint)period : null;
    }

    /// <summary>The period that a report of this side is for if it says none: of those without one the nearest to
    /// now.</summary>
    public uint PeriodFor(Side side, Instant now)
    {
        var last = now < FirstDue ? -1 : (long)Math.Floor((now - FirstDue).TotalMinutes / Every.TotalMinutes);
        var (next, here) = (last + 1, PeriodsOf(side));
        while (here.Contains(next))
            next++;
        var isLast = last >= 0 && !here.Contains(last)
            && now - DueOf((uint)Math.Min(uint.MaxValue, last)) <= DueOf((uint)Math.Min(uint.MaxValue, next)) - now;
        return (uint)Math.Min(uint.MaxValue, isLast ? last : next);
    }

    /// <summary>Whether a report was written when its grace was over, by its author's clock.</summary>
    public bool IsLate(SituationReport report) =>
        report.Claimed > DueOf(report.Period).Later(Grace);

    internal static RhythmView Of(Matter matter)
    {
        var (entry, proposed) = matter.Of<TalkAct.RhythmProposed>().Single();
        var end = matter.Of<TalkAct.RhythmEnded>().FirstOrDefault();
        return new(matter.Id, entry.Author, proposed.FirstDue, Duration.FromMinutes(proposed.EveryMinutes),
            Duration.FromMinutes(proposed.GraceMinutes), matter.Stage,
            end.Act is null ? null : Instant.Max(end.Act.From, end.Entry.Claimed),
            [.. matter.Of<TalkAct.SituationReported>().Select(SituationReport.Of)
                .OrderBy(one => one.Period).ThenBy(one => one.By.Side)])
        {
            EndHere = end.Entry?.Here,
        };
    }

    private HashSet<long> PeriodsOf(Side side) =>
        [.. Reports.Where(report => report.By.Side == side).Select(report => (long)report.Period)];

    // The last period whose time and grace are over; −1 if none is.
    private long LastDue(Instant now)
    {
        var until = now - Grace;
        if (EndedFrom is { } end && Instant.Max(end, EndHere ?? end) - Duration.Epsilon is var last && last < until)
            until = last;
        return until < FirstDue ? -1
            : Math.Min(uint.MaxValue, (long)Math.Floor((until - FirstDue).TotalMinutes / Every.TotalMinutes));
    }
}
