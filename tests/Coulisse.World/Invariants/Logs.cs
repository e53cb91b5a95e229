using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;
using Coulisse.World.Stations;

namespace Coulisse.World.Invariants;

/// <summary>
/// I3 of the logs: a number is written once, and a body goes only when nobody can need it. I9 of the disks. Keeps what
/// each entry was for as long as the world lasts.
/// </summary>
public sealed class Logs(LineId line, StationPair stations, IReadOnlyList<SimulatedDesk> desks, Commits commits)
{
    private readonly Dictionary<(Side, EntryPlace), (Opaque Hash, Entry Entry)> written = [];
    private readonly Dictionary<(Side, RoomId), ulong> floors = [];
    private readonly Dictionary<(ulong Desk, Side, uint), SequenceSet> processed = [];

    public int Count => written.Count;

    /// <summary>An entry that was ever written.</summary>
    public Entry Of(Side side, EntryPlace place) => written.TryGetValue((side, place), out var found) ? found.Entry
        : throw new ViolationException($"I12: {place} of {side} was processed, and was never written");

    /// <summary>The lowest epoch that a side's log leaves open for it in a room, by what it has itself
    /// written.</summary>
    public ulong FloorOf(Side side, RoomId room) => floors.GetValueOrDefault((side, room));

    /// <summary>Whether a room's first commit is that side's.</summary>
    public bool IsOpenedBy(RoomId room, Side side) => commits.IsOpenedBy(room, side);

    /// <summary>What of a log a desk has processed, by what it told its station.</summary>
    public SequenceSet ProcessedBy(SimulatedDesk desk, Side side, uint incarnation) =>
        processed.GetValueOrDefault((desk.Connection, side, incarnation)) ?? SequenceSet.Empty;

    /// <summary>A desk tells what it has processed; what of it is new comes back.</summary>
    public IEnumerable<Entry> Reported(SimulatedDesk desk, LogReport report)
    {
        var before = ProcessedBy(desk, report.Side, report.Incarnation);
        processed[(desk.Connection, report.Side, report.Incarnation)] = report.Processed;
        return report.Processed.Ranges.SelectMany(range => before.MissingBetween(range.First, range.Last))
            .SelectMany(Numbers).Select(number => Of(report.Side, new(report.Incarnation, number))).ToList();
    }

    /// <summary>A station's disk has changed.</summary>
    public void Changed(SimulatedStation station, IEnumerable<DiskChange> changes)
    {
        foreach (var change in changes.Where(one => one.Line == line))
        {
            if (change.IsDrop)
                Dropped(station, change);
            else
                Added(change);
        }
    }

    private void Added(DiskChange change)
    {
        var key = (change.Side, change.Entry.Link.Place);
        if (written.TryGetValue(key, out var known))
        {
            if (known.Hash != change.Entry.Link.Hash)
                throw new ViolationException($"I3: number {key.Place} of {key.Side} was written twice");
            return;
        }
        Words.NotIn(change.Entry.Body, "a station's file");
        var entry = WireValue.Decode<Entry>(change.Entry.Body.Span);
        written.Add(key, (change.Entry.Link.Hash, entry));
        foreach (var envelope in entry.Envelopes.Where(one => one.Kind != EnvelopeKind.KeyPackages))
        {
            var isCommit = envelope.Kind == EnvelopeKind.Commit;
            if (isCommit)
                commits.Written(entry.Side, envelope);
            floors[(entry.Side, envelope.Room)] =
                Math.Max(FloorOf(entry.Side, envelope.Room), envelope.Epoch + (isCommit ? 1UL : 0));
        }
    }

    // A body goes when both stations hold it and everybody whom it concerns has read it.
    private void Dropped(SimulatedStation station, DiskChange change)
    {
        var place = change.Entry.Link.Place;
        var other = stations.StationOf(station.Side.Other());
        if (change.Side == station.Side && !other.WasPutBack // which may know only that its desks have read it
            && other.Disk.Find(line, change.Side, place) is null)
            throw new ViolationException($"I3: {place} of {change.Side} was pruned before the other station had it");
        var readers = desks.Where(desk => change.Side == station.Side || desk.Identity.Side == station.Side);
        if (readers.Any(desk => !desk.IsPutBack
            && !ProcessedBy(desk, change.Side, place.Incarnation).Contains(place.Sequence)))
            throw new ViolationException($"I3: {place} of {change.Side} was pruned before every desk had read it");
    }

    private static IEnumerable<ulong> Numbers(SequenceRange range)
    {
        for (var number = range.First; number <= range.Last; number++)
            yield return number;
    }
}
