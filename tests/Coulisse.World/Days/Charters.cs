using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;

namespace Coulisse.World.Days;

/// <summary>
/// Terms of the line are proposed in the first two rooms by either side, signed or left, and proposed anew; what is
/// agreed in one room has to reach the others.
/// </summary>
internal sealed class Charters
{
    private const int SaidMax = 24;

    private readonly Seed seed;
    private readonly DeskWorld world;
    private readonly IReadOnlyList<RoomId> rooms;
    private int said;

    internal Charters(Seed seed, DeskWorld world, IReadOnlyList<RoomId> rooms) =>
        (this.seed, this.world, this.rooms) = (new(seed.Number ^ 0x63686172), world, rooms);

    internal void Attend()
    {
        var which = seed.Below(2);
        var (room, desk) = (rooms[which], world.Desks[seed.Below(2) == 0 ? 0 : 2 + which]);
        if (seed.Below(4) != 0 || said >= SaidMax || !desk.IsRunning || desk.Core.StatusOf(room) != RoomStatus.Open)
            return;
        said++;
        var now = Cast.FirstDay + world.Agenda.Now;
        if (seed.Below(3) > 0 && Chartering.Agreement(desk, room, now).Act is { } agree)
            Chartering.Say(desk, room, agree);
        else
            Chartering.Propose(desk, room, Charter.Usual($"to keep the line open, {said}", "the settlement"), now);
    }

    /// <summary>I18: who is in a room together holds the same terms of the line, and they are the last that both sides
    /// have signed. Whom nobody could tell of them, since a vault was put back between, is not asked.</summary>
    internal void Ended()
    {
        foreach (var room in rooms)
        {
            var desks = world.Desks.Where(desk => desk.Core.StatusOf(room) == RoomStatus.Open
                && desk.Cores.All.All(core => core.Freshness != DeskFreshness.Older)).ToList();
            var held = desks.Select(desk => desk.Core.LineCharter?.Charter).Distinct().ToList();
            if (held.Count > 1)
                throw new ViolationException($"I18: desks in room {room} hold other terms of the line: "
                    + string.Join(" / ", held.Select(one => $"{one?.Number}")));
            var last = desks.SelectMany(desk => desk.Core.LineCharters).Select(one => one.Charter.Number)
                .DefaultIfEmpty().Max();
            if (held is [var only] && (only?.Number ?? 0) != last)
                throw new ViolationException($"I18: desks hold terms {only?.Number} of the line, and {last} were "
                    + "agreed");
        }
    }
}
