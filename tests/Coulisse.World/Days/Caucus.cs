using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Invariants;

namespace Coulisse.World.Days;

/// <summary>What the two desks of one side say to each other meanwhile, whatever becomes of the line.</summary>
internal sealed class Caucus
{
    private readonly Seed seed;
    private readonly DeskWorld world;
    private readonly RoomId room;

    internal Caucus(Seed seed, DeskWorld world)
    {
        (this.seed, this.world) = (new(seed.Number ^ 0x636175637573), world); // a day without it is the same day
        room = world.Confer(First, Second, "what we may give");
        if (First.Home.StatusOf(room) != RoomStatus.Open || Second.Home.StatusOf(room) != RoomStatus.Open)
            throw new ViolationException("I14: a caucus did not open in fair weather");
    }

    private SimulatedDesk First => world.Desks[0];

    private SimulatedDesk Second => world.Desks[1];

    private bool IsPutBack => First.IsPutBack || Second.IsPutBack;

    internal void Say(int round)
    {
        var desk = seed.Below(2) == 0 ? First : Second;
        if (seed.Below(3) == 0 && desk.IsRunning && desk.Home.StatusOf(room) == RoomStatus.Open)
            desk.DoAtHome(new DeskEvent.Said(room, $"{Words.Mark} among ourselves in {room}, number {round}",
                (Precedence)(1 + seed.Below(4))));
    }

    /// <summary>The weather has cleared: both have all of it, and nothing waits.</summary>
    internal void Ended()
    {
        foreach (var station in world.Stations.Stations.Select(one => one.AtHome))
        {
            if (station.IsRestoring || station.Frozen is not null)
                throw new ViolationException($"I14: a home is restoring ({station.Lost} entries, {station.Awaited} "
                    + $"desks are waited for), or frozen for {station.Frozen}");
        }
        if (IsPutBack)
            return; // its rooms were given up
        if (First.Home.EpochOf(room) != Second.Home.EpochOf(room))
            throw new ViolationException("I14: a caucus has not come together");
        if (!First.Home.IsIdle || !Second.Home.IsIdle)
            throw new ViolationException("I14: something of a caucus still waits to be sent");
        foreach (var (author, number, _) in world.Watch.Words.In(room))
        {
            foreach (var desk in ((SimulatedDesk[])[First, Second])
                .Where(desk => !world.Watch.Words.IsShown(desk, room, author, number)))
                throw new ViolationException($"I3: message {number} of a caucus is not on desk {desk.Connection}");
        }
        if (((SimulatedDesk[])[First, Second]).Any(desk => desk.Home.ArchiveOf(room) is not { IsWhole: true }))
            throw new ViolationException("I4: the archive of a caucus is not whole");
    }
}
