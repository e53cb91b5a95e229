using Coulisse.Desk.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk;

/// <summary>What one step wants done and shown, and the instant under which it is shown.</summary>
/// <param name="now">By this machine's clock; it decides nothing.</param>
internal sealed class StepEffects(DateTimeOffset now) : List<DeskEffect>
{
    internal DateTimeOffset Now { get; } = now;

    /// <summary>A room is at another point from here on.</summary>
    internal void Move(Room room, RoomStatus status)
    {
        room.Save(room.Record with { Status = status });
        Add(new DeskEffect.RoomMoved(room.Id, status));
    }

    /// <summary>Something should not exist; it is done with.</summary>
    internal bool Alarm(DeskAlarm what, RoomId room)
    {
        Add(new DeskEffect.Alarm(what, room));
        return true;
    }
}
