using System.Diagnostics;
using System.Globalization;
using Coulisse.Stage;

namespace Coulisse.Bench.Line;

/// <summary>./bench start: how soon a station serves and what memory it takes, empty and with a queue; the ordinary
/// build beside the packed program.</summary>
internal static class StartBench
{
    internal const double ServesWithin = 0.3;
    internal const double ServesQueuedWithin = 2;
    internal const double ResidentIdle = 60;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    internal static async Task<int> RunAsync(bool isQuick, string? packed)
    {
        var queued = isQuick ? 25_600 : 1_000_000;
        var programs = new List<(string Name, string Path)>
            { ("ordinary build", Programs.PathOf("Coulisse.Station", "coulisse-station")) };
        packed ??= Path.Combine(Programs.Root, "artifacts", "pack");
        if (File.Exists(Path.Combine(packed, "coulisse-station")))
            programs.Add(("packed", Path.Combine(packed, "coulisse-station")));
        else
            Console.WriteLine($"Nothing is packed in {packed}; ./pack packs it.");
        using var empty = new LineOnDisk(desks: 1);
        using var full = new LineOnDisk(desks: 1);
        Console.WriteLine($"Queueing {queued:N0} messages of 500 B in one of two stations …");
        Submitting.Fill(full.A, queued);
        Console.WriteLine($"{"",-16}{"--version ms",14}{"serves ms",12}{"idle MB",10}"
            + $"{"serves, queued ms",20}{"idle MB",10}");
        foreach (var (name, path) in programs)
        {
            var version = Beside.Median(Times(isQuick).Select(_ => StationProcess.VersionMilliseconds(path)));
            var (serves, resident) = await MeasureAsync(path, empty, isQuick);
            var (servesFull, residentFull) = await MeasureAsync(path, full, isQuick);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-16}{version,14:F0}{serves,12:F0}{resident,10:F0}{servesFull,20:F0}{residentFull,10:F0}"));
            Verdict(name, serves / 1000, servesFull / 1000, resident);
        }
        return 0;
    }

    private static IEnumerable<int> Times(bool isQuick) => Enumerable.Range(0, isQuick ? 3 : 9);

    private static async Task<(double Milliseconds, double Megabytes)> MeasureAsync(
        string program, LineOnDisk line, bool isQuick)
    {
        var times = new List<double>();
        var megabytes = 0.0;
        foreach (var time in Times(isQuick))
        {
            using var patience = new CancellationTokenSource(Patience);
            using var other = new OtherStation(line.B);
            var begun = Stopwatch.GetTimestamp();
            using var station = StationProcess.Start(program, line.A);
            await other.UntilServedAsync(patience.Token);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (time > 0)
                continue;
            await Task.Delay(Settling, patience.Token);
            megabytes = station.ResidentMegabytes;
        }
        return (Beside.Median(times), megabytes);
    }

    private static void Verdict(string name, double serves, double servesQueued, double resident) =>
        Console.WriteLine($"{"",-16}asked for: serves within {ServesWithin} s: {YesNo(serves <= ServesWithin)}; "
            + $"queued, within {ServesQueuedWithin} s: {YesNo(servesQueued <= ServesQueuedWithin)}; "
            + $"idle at most {ResidentIdle} MB: {YesNo(resident <= ResidentIdle)}");

    internal static string YesNo(bool isReached) => isReached ? "yes" : "no";
}
