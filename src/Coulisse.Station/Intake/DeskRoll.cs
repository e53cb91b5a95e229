using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Intake;

/// <summary>The own side's desks on one line: what each wrote last, and what of both logs it has processed.</summary>
internal sealed class DeskRoll
{
    private readonly IStationStore store;
    private readonly LineId line;
    private readonly SortedDictionary<string, DeskRow> desks = new(StringComparer.Ordinal);

    internal DeskRoll(IStationStore store, LineId line)
    {
        (this.store, this.line) = (store, line);
        foreach (var desk in store.Desks(line))
            desks.Add(desk.Desk.ToString(), desk);
    }

    /// <summary>Those that may write and have to be heard from, in the order of their identifiers.</summary>
    internal IEnumerable<DeskRow> Serving => desks.Values.Where(desk => !desk.IsCutOff);

    /// <summary>The desk; null if it is not on this line.</summary>
    internal DeskRow? Of(Opaque desk) => desks.GetValueOrDefault(desk.ToString());

    /// <summary>Puts a desk on the line. One that was cut off stays so: who comes back has another
    /// accreditation.</summary>
    internal void Enrol(Opaque desk, DateTimeOffset now)
    {
        if (Of(desk) is not { } known)
            Keep(new(desk, false, 0, Submission.Start, [], HourOf(now)));
        else if (known.Heard == 0) // of a file that did not say
            Keep(known with { Heard = HourOf(now) });
    }

    /// <summary>The desk is there.</summary>
    internal void Hear(Opaque desk, DateTimeOffset now)
    {
        if (Of(desk) is { } known && known.Heard < HourOf(now))
            Keep(known with { Heard = HourOf(now) });
    }

    /// <summary>Takes nothing more from it, and waits for it no longer.</summary>
    internal void CutOff(Opaque desk)
    {
        if (Of(desk) is { } known)
            Keep(known with { IsCutOff = true });
    }

    /// <summary>After a submission got its last word.</summary>
    internal void Decided(DeskRow desk, ulong number, Opaque submission) =>
        Keep(desk with { Number = number, Last = submission });

    /// <summary>Joins what a desk reports to what it reported before.</summary>
    internal void Report(DeskRow desk, LogReport report)
    {
        var before = Processed(desk, report.Side, report.Incarnation);
        var after = before.Union(report.Processed).FirstRanges(LineLimits.RangesMax);
        if (after.Equals(before) || desk.Reports.Count >= 2 * LineLimits.IncarnationsMax)
            return;
        var others = desk.Reports.Where(one => (one.Side, one.Incarnation) != (report.Side, report.Incarnation));
        Keep(desk with { Reports = WireList.From(others.Append(report with { Processed = after })) });
    }

    /// <summary>What every serving desk has processed; nothing if none serves.</summary>
    internal SequenceSet ProcessedByAll(Side side, uint incarnation) => Serving
        .Select(desk => Processed(desk, side, incarnation))
        .Aggregate((SequenceSet?)null, (all, one) => all is null ? one : all.Intersect(one)) ?? SequenceSet.Empty;

    /// <summary>The incarnations of a log that some desk has read of.</summary>
    internal IReadOnlyList<uint> Incarnations(Side side) => [.. desks.Values.SelectMany(desk => desk.Reports)
        .Where(report => report.Side == side).Select(report => report.Incarnation).Distinct().Order()];

    internal static SequenceSet Processed(DeskRow desk, Side side, uint incarnation) => desk.Reports
        .FirstOrDefault(report => report.Side == side && report.Incarnation == incarnation)?.Processed
        ?? SequenceSet.Empty;

    private static ulong HourOf(DateTimeOffset moment) =>
        (ulong)Math.Max(0, moment.ToUnixTimeSeconds() / 3_600 * 3_600);

    private void Keep(DeskRow desk)
    {
        desks[desk.Desk.ToString()] = desk;
        store.KeepDesk(line, desk);
    }
}
