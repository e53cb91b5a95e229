using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;

namespace Coulisse.World.Plants;

/// <summary>Consents to whatever the other side asks, as soon as it asks.</summary>
internal static class MachineConsent
{
    internal static IReadOnlyList<(DeskCore Core, DeskEffect Effect)> After(DeskCores both,
        IReadOnlyList<(DeskCore Core, DeskEffect Effect)> wanted, DateTimeOffset now)
    {
        var line = both.Line;
        if (Asked(SimulatedDesk.On(line, wanted)) is { } room)
            wanted = [.. wanted, .. both.Step(line, new DeskEvent.Consented(room), now)];
        return Proposed(line, SimulatedDesk.On(line, wanted)) is var (where, intent)
            ? [.. wanted, .. both.Step(line, new DeskEvent.IntentAnswered(where, intent, true, ""), now)] : wanted;
    }

    private static RoomId? Asked(IEnumerable<DeskEffect> effects) => effects.OfType<DeskEffect.RoomMoved>()
        .FirstOrDefault(moved => moved.Status == RoomStatus.AsksForConsent)?.Room;

    private static (RoomId Room, IntentId Intent)? Proposed(DeskCore line, IEnumerable<DeskEffect> effects) =>
        effects.OfType<DeskEffect.RoomMoved>().SelectMany(moved => line.IntentsOf(moved.Room)
            .Where(one => one.State == IntentState.Proposed && one.By != line.Identity.Side)
            .Select(one => ((RoomId, IntentId)?)(moved.Room, one.Id))).FirstOrDefault();
}
