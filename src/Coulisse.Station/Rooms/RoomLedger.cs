using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Station.Rooms;

/// <summary>
/// Of each room the lowest epoch that either side may still send in. A station goes by what it has itself written:
/// went it by the other side's commits, one of garbage would silence its own desks.
/// </summary>
internal sealed class RoomLedger
{
    private const int RoomsMax = 2_048;

    private readonly IStationStore store;
    private readonly LineId line;
    private readonly SortedDictionary<string, RoomRow> rooms = new(StringComparer.Ordinal);
    private readonly Queue<RoomId> toTell = new();

    internal RoomLedger(IStationStore store, LineId line)
    {
        (this.store, this.line) = (store, line);
        foreach (var room in store.Rooms(line))
        {
            rooms.Add(room.Room.ToString(), room);
            toTell.Enqueue(room.Room);
        }
    }

    internal RoomRow Of(RoomId room) => rooms.GetValueOrDefault(room.ToString()) ?? new(room, 0, 0, 0);

    /// <summary>After an envelope of the own side was written.</summary>
    internal void Wrote(Envelope envelope)
    {
        if (!HasEpoch(envelope))
            return;
        var room = Of(envelope.Room);
        var floor = envelope.Kind == EnvelopeKind.Commit ? envelope.Epoch + 1 : envelope.Epoch;
        if (envelope.Kind == EnvelopeKind.Commit)
            store.TakeEpoch(line, envelope.Room, envelope.Epoch);
        Keep(room with { Floor = Math.Max(room.Floor, floor), Reached = Math.Max(room.Reached, floor) });
    }

    /// <summary>An envelope of the own side that the file had lost is in the log again. Only an endorsed commit leads
    /// to an epoch: what claims a later one, nobody of the own side can have written.</summary>
    internal void CameBack(Envelope envelope)
    {
        if (!HasEpoch(envelope) || envelope.Epoch == ulong.MaxValue)
            return;
        var room = Of(envelope.Room);
        var isCommit = envelope.Kind == EnvelopeKind.Commit;
        var next = isCommit ? envelope.Epoch + 1 : envelope.Epoch;
        if (isCommit && envelope.Epoch >= room.Floor)
            store.TakeEpoch(line, envelope.Room, envelope.Epoch);
        var reached = isCommit ? Math.Max(room.Reached, next) : room.Reached;
        Keep(room with { Floor = Math.Max(room.Floor, Math.Min(next, reached)), Reached = reached });
    }

    /// <summary>What an own desk remembers of its rooms.</summary>
    internal void Remember(DeskMemory memory)
    {
        foreach (var (room, epoch) in memory.Reached)
            Keep(Of(room) with { Reached = Math.Max(Of(room).Reached, epoch) });
        foreach (var (room, epoch) in memory.Floors)
            Keep(Of(room) with { Floor = Math.Max(Of(room).Floor, Math.Min(epoch, Of(room).Reached)) });
    }

    /// <summary>After an endorsed envelope of the other side has arrived.</summary>
    internal void Arrived(Envelope envelope)
    {
        var room = Of(envelope.Room);
        if (envelope is { Kind: EnvelopeKind.Commit, Epoch: < ulong.MaxValue } && envelope.Epoch >= room.Reached
            && HasRoomFor(room))
            Keep(room with { Reached = envelope.Epoch + 1 });
    }

    /// <summary>What the other side said; tells whether any of it is new.</summary>
    internal bool Told(IEnumerable<RoomFloor> floors)
    {
        var isNew = false;
        foreach (var floor in floors)
        {
            var room = Of(floor.Room);
            if (floor.Epoch <= room.OtherFloor || !HasRoomFor(room))
                continue;
            Keep(room with { OtherFloor = floor.Epoch });
            isNew = true;
        }
        return isNew;
    }

    /// <summary>All that the other side said, by room.</summary>
    internal WireList<RoomFloor> OtherFloors() => WireList.From(
        rooms.Values.Where(room => room.OtherFloor > 0).Take(LineNews.RoomsMax)
            .Select(room => new RoomFloor(room.Room, room.OtherFloor)));

    /// <summary>Some floors to tell; over several standings each room has its turn.</summary>
    internal WireList<RoomFloor> NextToTell()
    {
        var floors = new List<RoomFloor>();
        for (var count = Math.Min(toTell.Count, LineLimits.FloorsMax); count > 0; count--)
        {
            var room = toTell.Dequeue();
            toTell.Enqueue(room);
            if (Of(room) is { Floor: > 0 } row)
                floors.Add(new(room, row.Floor));
        }
        return WireList.From(floors);
    }

    internal static bool HasEpoch(Envelope envelope) =>
        envelope.Kind is not (EnvelopeKind.Credence or EnvelopeKind.KeyPackages);

    // The other side names rooms at will; only the own side's count without a bound.
    private bool HasRoomFor(RoomRow room) => rooms.Count < RoomsMax || rooms.ContainsKey(room.Room.ToString());

    private void Keep(RoomRow row)
    {
        var name = row.Room.ToString();
        if (rooms.TryGetValue(name, out var known) && known == row)
            return;
        if (known is null)
            toTell.Enqueue(row.Room);
        rooms[name] = row;
        store.KeepRoom(line, row);
    }
}
