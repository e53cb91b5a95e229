using Coulisse.World.Chance;

namespace Coulisse.World.Stations;

/// <summary>What goes wrong between and in the machines, and how often.</summary>
public sealed record Weather(int LostPerThousand, int RepeatedPerThousand, int AlteredPerThousand,
    int StopsPerThousand, TimeSpan DelayLeast, TimeSpan DelayMost, TimeSpan DarkFrom, TimeSpan DarkUntil)
{
    /// <summary>Nothing goes wrong.</summary>
    public static Weather Fair { get; } = new(0, 0, 0, 0,
        TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20), TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Drawn from a seed: a bad day, with an hour or so of darkness.</summary>
    public static Weather Bad(Seed seed)
    {
        var dark = seed.Between(TimeSpan.Zero, TimeSpan.FromHours(2));
        return new(seed.Below(400), seed.Below(300), seed.Below(200), seed.Below(30),
            TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1 + seed.Below(10_000)),
            dark, dark + seed.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)));
    }

    internal bool IsDark(TimeSpan now) => now >= DarkFrom && now < DarkUntil;

    internal StopAt StopsOf(Seed seed) => !seed.Happens(StopsPerThousand) ? StopAt.Never
        : seed.Happens(500) ? StopAt.BeforeCommit : StopAt.AfterCommit;
}
