using System.Diagnostics;
using System.Globalization;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Bench.Line;

/// <summary>
/// ./bench growth: what a message costs two stations once many have passed, beside what it cost them when few had. Both
/// stations' cores in this process, each over its own file; everything that passes is read and reported, as by desks
/// that are awake, so that what remains is what a station keeps for good.
/// </summary>
/// <remarks>The files are in memory where that can be: waiting for a disk costs the same at any size.</remarks>
internal sealed class GrowthBench : IDisposable
{
    private const int Few = 30_000; // the first of them pay for the compiling
    private const int Usual = 1_000_000;
    private const int Quick = 50_000;
    private const int Together = 16; // messages in an entry
    private const int ReportEvery = 8; // entries
    private const int Measured = 1_024; // entries
    private const double MostGrowth = 1.2;

    private readonly LineOnDisk line = new(desks: 1, inMemory: true);
    private readonly StationInProcess a;
    private readonly StationInProcess b;
    private readonly Submitting submitting;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private ulong entries;

    private GrowthBench()
    {
        (a, b) = (new(line.A), new(line.B));
        submitting = new(line.Id, a.Desk);
        Exchange(a.Run(new StationEvent.DeskEnrolled(line.Id, a.Desk), Now));
        Exchange(b.Run(new StationEvent.DeskEnrolled(line.Id, b.Desk), Now), fromB: true);
    }

    private Moment Now => new(clock.Elapsed, DateTimeOffset.UtcNow);

    private ulong Messages => entries * Together;

    internal static int Run(bool isQuick, int? messages)
    {
        using var bench = new GrowthBench();
        var figures = new Figures();
        bench.Measure((ulong)(messages ?? (isQuick ? Quick : Usual)), figures);
        figures.Print();
        Console.WriteLine($"growth: {figures.Sum}");
        return 0;
    }

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
        line.Dispose();
    }

    private void Measure(ulong many, Figures figures)
    {
        Console.WriteLine($"{"messages that have passed",-28}{"µs of processor a message",28}{"both files, MB",18}");
        PassUntil(Few);
        var few = Cost();
        PassUntil(many);
        var last = Cost();
        figures.AtMost(string.Create(CultureInfo.InvariantCulture, $"a message at {many:N0} beside one at {Few:N0}"),
            last / few, MostGrowth);
    }

    private double Cost()
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var entry = 0; entry < Measured; entry++)
            Pass();
        if (a.Read(line.Id) + ReportEvery <= entries)
            throw new InvalidOperationException("What passed was not read, or the station does not know it.");
        var cost = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / (Measured * Together);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Messages,-28:N0}{cost,28:F1}{(a.Bytes + b.Bytes) / 1e6,18:F1}"));
        return cost;
    }

    private void PassUntil(ulong messages)
    {
        var told = clock.Elapsed;
        while (Messages < messages)
        {
            Pass();
            if (clock.Elapsed - told < TimeSpan.FromSeconds(10))
                continue;
            told = clock.Elapsed;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … {Messages:N0} of {messages:N0}"));
        }
    }

    // One entry from desk to desk, and now and then the reports that let both stations drop what was read.
    private void Pass()
    {
        var effects = a.Run(new StationEvent.Submitted(a.Desk, 0, submitting.Next(Together, () => 0)), Now);
        if (effects.OfType<StationEffect.Answer>().Single().Verdict.Kind != VerdictKind.Taken)
            throw new InvalidOperationException("A station refuses what it is to pass on.");
        entries++;
        Exchange(effects);
        if (entries % ReportEvery != 0)
            return;
        var read = new LogReport(Side.A, 1, SequenceSet.Of(new SequenceRange(1, entries)));
        Exchange(b.Run(new StationEvent.Reported(b.Desk, line.Id, [read]), Now), fromB: true);
        Exchange(a.Run(new StationEvent.Reported(a.Desk, line.Id, [read]), Now));
    }

    // Calls to and fro until nobody has anything to say.
    private void Exchange(IReadOnlyList<StationEffect> effects, bool fromB = false)
    {
        var (caller, called) = fromB ? (b, a) : (a, b);
        while (effects.OfType<StationEffect.Exchange>().FirstOrDefault() is { } call)
        {
            var answered = called.Run(new StationEvent.BundleCame(line.Id, 1, call.Bundle), Now);
            var reply = answered.OfType<StationEffect.Reply>().Single().Bundle;
            effects = caller.Run(new StationEvent.ExchangeEnded(line.Id, reply), Now);
            if (answered.OfType<StationEffect.Exchange>().Any())
                Exchange(answered, !fromB);
        }
    }
}
