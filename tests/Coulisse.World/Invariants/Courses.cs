using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;

namespace Coulisse.World.Invariants;

/// <summary>I15: rooms and intents go from state to state only as the tables of <see cref="States"/> say.</summary>
public sealed class Courses
{
    private readonly Dictionary<(ulong Desk, RoomId), RoomStatus> rooms = [];
    private readonly Dictionary<(ulong Desk, IntentId), IntentState> intents = [];
    private readonly HashSet<(ulong Desk, RoomId)> again = []; // given up, and begun anew

    /// <summary>What a desk keeps of a room has become durable.</summary>
    public void Kept(SimulatedDesk desk, Opaque record)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var room = WireValue.Decode<RoomRecord>(record.Span);
        var (key, what) = ((desk.Connection, room.Id), $"room {room.Id} on desk {desk.Connection}");
        if (room.Status == RoomStatus.SetBack)
            again.Add(key);
        if (desk.IsPutBack && !again.Contains(key))
            return; // it is where it was once
        RoomStatus? before = rooms.TryGetValue(key, out var status) ? status : null;
        if (before != room.Status)
            States.Rooms.Moved(before, room.Status, what);
        rooms[key] = room.Status;
        foreach (var intent in room.Members.Intents)
            Kept(desk, intent);
    }

    private void Kept(SimulatedDesk desk, RoomIntent intent)
    {
        IntentState? before = intents.TryGetValue((desk.Connection, intent.Id), out var state) ? state : null;
        if (before != intent.State && !desk.IsPutBack)
            States.Intents.Moved(before, intent.State, $"intent {intent.Id} on desk {desk.Connection}");
        intents[(desk.Connection, intent.Id)] = intent.State;
    }
}
