using System.Diagnostics;
using System.Globalization;
using Coulisse.Stage;

namespace Coulisse.Bench.Line;

/// <summary>./bench start: how soon a station serves and what memory it takes, empty and with a queue; the ordinary
/// build beside the packed program.</summary>
internal static class StartBench
{
    private const int Queued = 1_000_000;
    private const int QueuedQuick = 25_600;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    internal static async Task<int> RunAsync(bool isQuick, string? packed)
    {
        await MeasureAsync(isQuick, packed, new());
        return 0;
    }

    /// <summary>Prints what each program takes; the figures are those of the last one, the packed one if there
    /// is.</summary>
    internal static async Task MeasureAsync(bool isQuick, string? packed, Figures figures)
    {
        using var empty = new LineOnDisk(desks: 1);
        using var full = new LineOnDisk(desks: 1);
        var queued = isQuick ? QueuedQuick : Queued;
        Console.WriteLine($"Queueing {queued:N0} messages of 500 B in one of two stations …");
        Submitting.Fill(full.A, queued);
        Console.WriteLine($"{"",-26}{"--version ms",14}{"serves ms",12}{"idle MB",10}"
            + $"{"serves, queued ms",20}{"idle MB",10}");
        foreach (var (name, path) in ProgramsToStart(packed))
        {
            var version = Beside.Median(Times(isQuick).Select(_ => StationProcess.VersionMilliseconds(path)));
            var (serves, resident) = await MeasureAsync(path, empty, isQuick);
            var (servesFull, residentFull) = await MeasureAsync(path, full, isQuick);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-26}{version,14:F0}{serves,12:F0}{resident,10:F0}{servesFull,20:F0}{residentFull,10:F0}"));
            figures.AtMost($"a station serves after its start, s ({name})", serves / 1000, 0.3);
            figures.AtMost($"the same, {queued:N0} queued ({name})", servesFull / 1000, 2);
            figures.AtMost($"resident idle, MB ({name})", resident, 60);
        }
        figures.Print();
    }

    private static IEnumerable<(string Name, string Path)> ProgramsToStart(string? packed)
    {
        yield return ("station, ordinary build", Programs.PathOf("Coulisse.Station", "coulisse-station"));
        var path = Path.Combine(packed ?? Path.Combine(Programs.Root, "artifacts", "pack"), "coulisse-station");
        if (File.Exists(path))
            yield return ("station, packed", path);
        else
            Console.WriteLine($"{path} is not there; ./pack makes it.");
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
            megabytes = Used.By(program, station.Id).Megabytes;
        }
        return (Beside.Median(times), megabytes);
    }
}
