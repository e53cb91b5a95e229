using System.Diagnostics;
using System.Globalization;

namespace Coulisse.Bench.Line;

/// <summary>How long things took, gathered from several tasks, between two moments.</summary>
internal sealed class Latencies
{
    private readonly List<double> milliseconds = [];
    private readonly Lock gate = new();
    private long from = long.MaxValue;
    private long until = long.MaxValue;

    internal static long Now => Stopwatch.GetTimestamp();

    /// <summary>Counts what ends from now on, for so long.</summary>
    internal async Task CountAsync(TimeSpan time, CancellationToken cancel)
    {
        lock (gate)
        {
            milliseconds.Clear();
            from = Now;
        }
        await Task.Delay(time, cancel);
        lock (gate)
            until = Now;
    }

    internal void Ended(long begun)
    {
        var now = Now;
        lock (gate)
        {
            if (now >= from && now < until)
                milliseconds.Add(Stopwatch.GetElapsedTime(begun, now).TotalMilliseconds);
        }
    }

    internal Pace Pace()
    {
        lock (gate)
        {
            var sorted = milliseconds.Order().ToArray();
            return new(sorted.Length, sorted.Length / Stopwatch.GetElapsedTime(from, until).TotalSeconds,
                At(sorted, 0.50), At(sorted, 0.99));
        }
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}

/// <summary>How fast something went.</summary>
/// <param name="Count">How many were counted.</param>
/// <param name="PerSecond">All senders together.</param>
/// <param name="P50">Median milliseconds.</param>
/// <param name="P99">The same, 99th of a hundred.</param>
internal sealed record Pace(int Count, double PerSecond, double P50, double P99)
{
    internal static string Heads { get; } = $"{"a second",9}{"p50 ms",9}{"p99 ms",9}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{PerSecond,9:F0}{P50,9:F2}{P99,9:F2}");
}
