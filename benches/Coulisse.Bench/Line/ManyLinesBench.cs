using System.Diagnostics;
using System.Globalization;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Parties;

namespace Coulisse.Bench.Line;

/// <summary>
/// ./bench lines: how long a station of many lines takes for a message, beside one of a single line: from what a desk
/// submits to the other station's acknowledgement, each step on the disk. What is said goes round all lines. All other
/// stations are one core in this process; its time is not counted.
/// </summary>
internal sealed class ManyLinesBench : IDisposable
{
    private const int Many = 1_000;
    private const int WarmUp = 500;
    private const int Usual = 4_000;
    private const int Quick = 500;
    private const double Most = 3;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-bench-lines-");
    private readonly List<Pair> pairs;
    private readonly SqliteStationStore store;
    private readonly SqliteStationStore theirs;
    private readonly StationCore station;
    private readonly StationCore others;
    private readonly List<Submitting> desks;
    private readonly ulong[] passed;
    private readonly Opaque desk = Opaque.CopyOf("desk of our side"u8);
    private readonly Opaque theirDesk = Opaque.CopyOf("desk of all else"u8);
    private readonly long begun = Stopwatch.GetTimestamp();

    private ManyLinesBench(int count)
    {
        var seed = new Seed(20_261_127);
        pairs = [.. Enumerable.Range(1, count).Select(number => new Pair(seed, $"Sorvane {number:D4}"))];
        (store, theirs) = (SqliteStationStore.Open(Path.Combine(folder.FullName, "station.db")),
            SqliteStationStore.Open(Path.Combine(folder.FullName, "others.db")));
        station = new(store, pairs.Select(pair => pair.TermsOf(Side.A)), LineWindow.Usual, new SystemRandom());
        others = new(theirs, pairs.Select(pair => pair.TermsOf(Side.B)), LineWindow.Usual, new SystemRandom());
        desks = [.. pairs.Select(pair => new Submitting(pair.Line, desk))];
        passed = new ulong[count];
        station.Run(pairs.Select(pair => new StationEvent.DeskEnrolled(pair.Line, desk)), Now);
        others.Run(pairs.Select(pair => new StationEvent.DeskEnrolled(pair.Line, theirDesk)), Now);
    }

    private Moment Now => new(Stopwatch.GetElapsedTime(begun), DateTimeOffset.UtcNow);

    internal static int Run(bool isQuick)
    {
        var figures = new Figures();
        Console.WriteLine($"{"A message at a station with",-42}{"p50 ms",9}{"p99 ms",9}");
        var (one, many) = (Measure(1, isQuick), Measure(Many, isQuick));
        figures.AtMost($"99th of a hundred with {Many:N0} lines beside that with one", many / one, Most);
        figures.Print();
        Console.WriteLine($"lines: {figures.Sum}");
        return 0;
    }

    public void Dispose()
    {
        store.Dispose();
        theirs.Dispose();
        pairs.ForEach(pair => pair.Dispose());
        folder.Delete(recursive: true);
    }

    private static double Measure(int lines, bool isQuick)
    {
        using var bench = new ManyLinesBench(lines);
        for (var message = 0; message < WarmUp + lines; message++)
            bench.Pass(message % lines);
        var took = Enumerable.Range(0, isQuick ? Quick : Usual).Select(message => bench.Pass(message % lines))
            .Order().ToArray();
        var p99 = took[took.Length * 99 / 100];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {lines,5:N0} line(s){"",28}{took[took.Length / 2],9:F3}{p99,9:F3}"));
        return p99;
    }

    // One message, and that it was read; how long our station took for it, in milliseconds.
    private double Pass(int at)
    {
        var line = pairs[at].Line;
        var taken = Stopwatch.GetTimestamp();
        var effects = station.Run([new StationEvent.Submitted(desk, 0, desks[at].Next(1, () => 0))], Now);
        var spent = Stopwatch.GetElapsedTime(taken);
        if (effects.OfType<StationEffect.Answer>().Single().Verdict.Kind != VerdictKind.Taken)
            throw new InvalidOperationException("The station refuses what it is to pass on.");
        spent += Exchange(effects);
        var read = new LogReport(Side.A, 1, SequenceSet.Of(new SequenceRange(1, ++passed[at])));
        _ = others.Run([new StationEvent.Reported(theirDesk, line, [read])], Now);
        _ = station.Run([new StationEvent.Reported(desk, line, [read])], Now);
        return spent.TotalMilliseconds;
    }

    // Every call that the station wants to make, of whichever line.
    private TimeSpan Exchange(IReadOnlyList<StationEffect> effects)
    {
        var spent = TimeSpan.Zero;
        for (var calls = effects.OfType<StationEffect.Exchange>().ToList(); calls.Count > 0;)
        {
            var next = new List<StationEffect.Exchange>();
            foreach (var call in calls)
            {
                var reply = others.Run([new StationEvent.BundleCame(call.Line, 1, call.Bundle)], Now)
                    .OfType<StationEffect.Reply>().Single().Bundle;
                var answered = Stopwatch.GetTimestamp();
                next.AddRange(station.Run([new StationEvent.ExchangeEnded(call.Line, reply)], Now)
                    .OfType<StationEffect.Exchange>());
                spent += Stopwatch.GetElapsedTime(answered);
            }
            calls = next;
        }
        return spent;
    }
}
