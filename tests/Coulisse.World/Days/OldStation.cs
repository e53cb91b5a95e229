using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Stations;

namespace Coulisse.World.Days;

/// <summary>
/// In a third of the days somebody puts a station's file back to a copy of some rounds ago, and says so to the program
/// that starts next. What was written meanwhile has to come back from the desks and the other station.
/// </summary>
internal sealed class OldStation
{
    private readonly SimulatedStation station;
    private readonly List<string> chosen;
    private readonly int copied;
    private readonly int putBack;
    private SimulatedDisk? copy;

    internal OldStation(Seed seed, DeskWorld world, OldCopy oldCopy, bool always, List<string> chosen)
    {
        var copies = new Seed(seed.Number ^ 0x73746174696f6e); // of their own, so that the rest is as it was
        var happens = copies.Below(3) == 0 || always;
        var side = copies.Below(2) == 0 ? Side.A : Side.B;
        if (oldCopy.Happens) // who puts back desk and station together has lost what both knew
            side = oldCopy.Desk.Identity.Side.Other();
        this.chosen = chosen;
        station = world.Stations.StationOf(side);
        copied = happens ? 1 + copies.Below(30) : int.MaxValue;
        putBack = happens ? copied + 1 + copies.Below(15) : int.MaxValue;
        if (happens)
            chosen.Add($"round {putBack}: the station of {side} is put back to round {copied}");
    }

    internal void Do(int round)
    {
        if (round == copied)
            copy = station.Disk.Copy();
        if (round != putBack || copy is null)
            return;
        chosen.Add($"of its log {station.Disk.Entries(station.Side) - copy.Entries(station.Side)} entries are newer");
        station.PutBack(copy);
    }
}
