using Coulisse.Mls.Ciphersuites;
using Coulisse.World.Chance;
using Coulisse.World.Parties;
using Coulisse.World.Plants;

namespace Coulisse.World.Days;

/// <summary>Days from a first seed on, on all processors. What a day is does not depend on the others.</summary>
public static class Campaign
{
    private const ulong CastSeed = 7;

    /// <summary>Plays so many days; every day's report is told as it ends, one at a time.</summary>
    public static Toll Run(Wishes wishes, Action<DayReport> tell, PlantedBug bug = PlantedBug.None)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        var toll = new Toll();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, 8) };
        Parallel.For(0, wishes.Days, options, Players.Begin, (at, _, players) =>
        {
            using var day = new Day(wishes.Seed + (ulong)at, players.Cast, bug);
            var report = day.Run();
            lock (toll)
            {
                toll.Add(report);
                tell(report);
            }
            return players;
        }, players => players.Dispose());
        return toll;
    }

    /// <summary>Plays one day.</summary>
    public static DayReport Play(ulong seed, PlantedBug bug = PlantedBug.None, bool wrongClocks = true)
    {
        using var players = Players.Begin();
        using var day = new Day(seed, players.Cast, bug, wrongClocks);
        return day.Run();
    }

    private sealed class Players : IDisposable
    {
        private readonly Pair pair = new(new Seed(CastSeed));

        private Players() => Cast = new(pair, new Seed(CastSeed + 1), each: 2, Ciphersuite.X25519Aes128Gcm);

        internal Cast Cast { get; }

        internal static Players Begin() => new();

        public void Dispose()
        {
            Cast.Dispose();
            pair.Dispose();
        }
    }
}
