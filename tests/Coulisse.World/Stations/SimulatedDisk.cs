using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.World.Stations;

/// <summary>A disk that keeps what was committed and loses the rest when its machine stops.</summary>
public sealed class SimulatedDisk
{
    internal Content Durable { get; set; } = Content.Empty;

    /// <summary>How many of the next commits fail, as a full disk lets them.</summary>
    public int FailingCommits { get; set; }

    /// <summary>How many commits it has made durable.</summary>
    public ulong Commits { get; internal set; }

    /// <summary>A copy of everything on it, as somebody might take for a backup.</summary>
    public SimulatedDisk Copy() => new() { Durable = Durable };

    private readonly List<DiskChange> changes = [];

    /// <summary>What has become durable since this was last asked.</summary>
    public IReadOnlyList<DiskChange> TakeChanges()
    {
        var taken = changes.ToArray();
        changes.Clear();
        return taken;
    }

    /// <summary>A durable entry; null if there is none.</summary>
    public KeptEntry? Find(LineId line, Side side, EntryPlace place) =>
        Durable.Entries.GetValueOrDefault((line, side, place));

    /// <summary>The last entry of a log whose body is still there; empty if there is none.</summary>
    public Opaque Last(LineId line) => Durable.Entries.Where(one => one.Key.Item1 == line && one.Value.Body.Length > 0)
        .OrderBy(one => one.Key.Item3).Select(one => one.Value.Body).LastOrDefault();

    /// <summary>How many entries still have their bodies.</summary>
    public int Bodies => Durable.Entries.Values.Count(entry => entry.Body.Length > 0);

    /// <summary>Somebody puts a copy back in its place.</summary>
    public void Become(SimulatedDisk copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        Durable = copy.Durable;
    }

    /// <summary>How many entries of a log are on it, with their bodies or without.</summary>
    public int Entries(Side side) => Durable.Entries.Keys.Count(key => key.Item2 == side);

    /// <summary>A process opens the file.</summary>
    public IStationStore Open() => new Opened(this);

    internal sealed record Content(
        ImmutableDictionary<LineId, LineFacts> Facts,
        ImmutableSortedDictionary<string, (LineId Line, RoomRow Row)> Rooms,
        ImmutableSortedDictionary<string, (LineId Line, DeskRow Row)> Desks,
        ImmutableDictionary<(LineId, Side, EntryPlace), KeptEntry> Entries,
        ImmutableHashSet<(LineId, RoomId, ulong)> Epochs,
        ImmutableDictionary<(LineId, Opaque, ulong), Verdict> Verdicts)
    {
        internal static Content Empty { get; } = new(
            ImmutableDictionary<LineId, LineFacts>.Empty,
            ImmutableSortedDictionary.Create<string, (LineId, RoomRow)>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, (LineId, DeskRow)>(StringComparer.Ordinal),
            ImmutableDictionary<(LineId, Side, EntryPlace), KeptEntry>.Empty, [],
            ImmutableDictionary<(LineId, Opaque, ulong), Verdict>.Empty);
    }

    private sealed class Opened(SimulatedDisk disk) : IStationStore
    {
        private readonly List<DiskChange> pending = [];
        private Content now = disk.Durable;

        public LineFacts? Facts(LineId line) => now.Facts.GetValueOrDefault(line);

        public void KeepFacts(LineId line, LineFacts facts) =>
            now = now with { Facts = now.Facts.SetItem(line, facts) };

        public IReadOnlyList<RoomRow> Rooms(LineId line) =>
            [.. now.Rooms.Values.Where(room => room.Line == line).Select(room => room.Row)];

        public void KeepRoom(LineId line, RoomRow room) =>
            now = now with { Rooms = now.Rooms.SetItem($"{line} {room.Room}", (line, room)) };

        public IReadOnlyList<DeskRow> Desks(LineId line) =>
            [.. now.Desks.Values.Where(desk => desk.Line == line).Select(desk => desk.Row)];

        public void KeepDesk(LineId line, DeskRow desk) =>
            now = now with { Desks = now.Desks.SetItem($"{line} {desk.Desk}", (line, desk)) };

        public void AddEntry(LineId line, Side side, KeptEntry entry)
        {
            if (now.Entries.ContainsKey((line, side, entry.Link.Place)))
                throw Taken();
            now = now with { Entries = now.Entries.Add((line, side, entry.Link.Place), entry) };
            pending.Add(new(line, side, entry));
        }

        public KeptEntry? Entry(LineId line, Side side, EntryPlace place) =>
            now.Entries.GetValueOrDefault((line, side, place));

        public IReadOnlyList<LeadingEntry> Leading(LineId line, Side side) =>
        [
            .. now.Entries.Where(one => one.Key.Item1 == line && one.Key.Item2 == side)
                .Where(one => one.Value is { Rank: > LeadRank.Usual, Body.Length: > 0 })
                .Select(one => new LeadingEntry(one.Value.Rank, one.Value.Link.Place)),
        ];

        public HeldAmount DropBodies(LineId line, Side side, uint incarnation, SequenceRange range)
        {
            var gone = default(HeldAmount);
            for (var number = range.First; number <= range.Last; number++)
            {
                var key = (line, side, new EntryPlace(incarnation, number));
                if (!now.Entries.TryGetValue(key, out var entry) || entry.Body.Length == 0)
                    continue;
                gone = gone.With(entry.Bytes);
                now = now with { Entries = now.Entries.SetItem(key, entry with { Body = default }) };
                pending.Add(new(line, side, entry with { Body = default }));
            }
            return gone;
        }

        public void TakeEpoch(LineId line, RoomId room, ulong epoch)
        {
            if (now.Epochs.Contains((line, room, epoch)))
                throw Taken();
            now = now with { Epochs = now.Epochs.Add((line, room, epoch)) };
        }

        public void AddVerdict(LineId line, Opaque desk, Verdict verdict)
        {
            if (now.Verdicts.ContainsKey((line, desk, verdict.Number)))
                throw Taken();
            now = now with { Verdicts = now.Verdicts.Add((line, desk, verdict.Number), verdict) };
        }

        public Verdict? Verdict(LineId line, Opaque desk, ulong number) =>
            now.Verdicts.GetValueOrDefault((line, desk, number));

        public void Commit()
        {
            if (ReferenceEquals(now, disk.Durable))
                return;
            if (disk.FailingCommits > 0)
            {
                disk.FailingCommits--;
                throw new IOException("No space is left on the simulated disk.");
            }
            disk.Durable = now;
            disk.Commits++;
            disk.changes.AddRange(pending);
            pending.Clear();
        }

        public void Undo()
        {
            now = disk.Durable;
            pending.Clear();
        }

        public void Dispose()
        {
        }

        private static PlaceTakenException Taken() => new("The place is taken.", null);
    }
}

/// <summary>An entry that came, or whose body went.</summary>
public sealed record DiskChange(LineId Line, Side Side, KeptEntry Entry)
{
    /// <summary>Whether its body went.</summary>
    public bool IsDrop => Entry.Body.Length == 0;
}
