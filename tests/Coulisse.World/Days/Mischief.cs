using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Stations;

namespace Coulisse.World.Days;

/// <summary>Everything that goes wrong in a day, drawn from its seed.</summary>
internal sealed class Mischief
{
    private const int CaughtMax = 64;
    private const int DaysWrongMax = 3_650;

    private readonly Seed seed;
    private readonly Seed clocks;
    private readonly DeskWorld world;
    private readonly List<string> chosen;
    private readonly List<Opaque> caught = [];
    private SimulatedDisk? backup;
    private int fullDisks;
    private int strangers;

    internal Mischief(Seed seed, DeskWorld world, List<string> chosen)
    {
        (this.seed, this.world, this.chosen) = (seed, world, chosen);
        clocks = new(seed.Number ^ 0x636c6f636b); // of their own, so that a day without them is the same day
        var carries = world.Stations.Carries!;
        world.Stations.Carries = bundle => carries(Catch(bundle));
    }

    /// <summary>Whether clocks go wrong.</summary>
    internal bool HasWrongClocks { get; init; } = true;

    internal int Faults => world.Stations.Counts.Lost + world.Stations.Counts.Repeated + world.Stations.Counts.Altered
        + fullDisks + strangers;

    internal int Crashes => world.Stations.Counts.Stops + world.DeskStops;

    internal Weather Draw()
    {
        var now = world.Agenda.Now;
        var drawn = Weather.Bad(seed);
        var weather = drawn with
        {
            StopsPerThousand = seed.Below(4),
            DarkFrom = drawn.DarkFrom + now,
            DarkUntil = drawn.DarkUntil + now,
        };
        chosen.Add($"weather: {weather.LostPerThousand} ‰ lost, {weather.RepeatedPerThousand} ‰ repeated, "
            + $"{weather.AlteredPerThousand} ‰ altered, {weather.StopsPerThousand} ‰ stops, "
            + $"delays to {weather.DelayMost}, dark from {weather.DarkFrom:hh\\:mm} to {weather.DarkUntil:hh\\:mm}");
        return weather;
    }

    internal void Do(int round, bool clocksGoWrong)
    {
        if (clocks.Below(10) == 0 && clocksGoWrong)
            Misset();
        if (seed.Below(5) == 0)
            Intrude();
        if (seed.Below(20) == 0)
            Fill();
        if (round % 20 == 10)
            Stop(round);
    }

    /// <summary>A copy of a station's file is taken, and soon put back.</summary>
    internal void PutBackAStation(int round)
    {
        var station = world.Stations.StationOf(Side.A);
        if (round % 6 == 3)
            backup = station.Disk.Copy();
        if (round % 6 != 5 || backup is null || !station.IsRunning)
            return;
        station.Disk = backup;
        station.Stop();
    }

    private Opaque Catch(Opaque bundle)
    {
        if (caught.Count == CaughtMax)
            caught.RemoveAt(0);
        caught.Add(bundle);
        return bundle;
    }

    private void Misset()
    {
        var error = TimeSpan.FromDays(clocks.Below(2 * DaysWrongMax) - DaysWrongMax);
        var at = clocks.Below(world.Desks.Count + 2);
        if (!HasWrongClocks)
            return;
        if (at < world.Desks.Count)
            world.Desks[at].ClockError = error;
        else
            world.Stations.Stations[at - world.Desks.Count].ClockError = error;
    }

    // Old bundles again, changed ones, and bytes that are nothing.
    private void Intrude()
    {
        strangers++;
        var on = seed.Below(2) == 0 ? Side.A : Side.B;
        var bytes = seed.Below(3) == 0 || caught.Count == 0 ? world.Stations.Random(1 + seed.Below(4_000))
            : caught[seed.Below(caught.Count)];
        if (seed.Below(3) == 0)
        {
            var changed = bytes.ToArray();
            changed[seed.Below(changed.Length)] ^= (byte)(1 + seed.Below(255));
            bytes = Opaque.Owning(changed);
        }
        world.Stations.Intrude(on, bytes);
    }

    private void Fill()
    {
        fullDisks++;
        world.Stations.Stations[seed.Below(2)].Disk.FailingCommits = 1 + seed.Below(3);
    }

    private void Stop(int round)
    {
        var at = seed.Below(world.Desks.Count + 2);
        chosen.Add(at < world.Desks.Count ? $"round {round}: desk {at + 1} stops" : $"round {round}: a station stops");
        if (at < world.Desks.Count && world.Desks[at].IsRunning)
            world.Desks[at].Stop();
        else if (at >= world.Desks.Count && world.Stations.Stations[at - world.Desks.Count].IsRunning)
            world.Stations.Stations[at - world.Desks.Count].Stop();
    }
}
