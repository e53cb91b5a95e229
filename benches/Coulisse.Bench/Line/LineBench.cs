using System.Globalization;
using Coulisse.Stage;

namespace Coulisse.Bench.Line;

/// <summary>
/// ./bench line: the line end to end, over the built programs, beside what no line could go below in the same run. On a
/// machine with other work to do, the processor time that a message costs says more than how many there were.
/// </summary>
internal static class LineBench
{
    private const int Senders = 16;

    private static readonly (int Desks, int Together)[] Shapes = [(1, 1), (Senders, 1), (1, 64), (Senders, 64)];

    internal static async Task<int> RunAsync(bool isQuick)
    {
        var time = TimeSpan.FromSeconds(isQuick ? 1.5 : 10);
        var figures = new Figures();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        var floors = await FloorsAsync(time, patience.Token);
        await StationsAsync(floors, figures, time, patience.Token);
        await DesksAsync(floors, figures, time, patience.Token);
        await StartBench.MeasureAsync(isQuick, packed: null, figures);
        Console.WriteLine($"line: {figures.Sum}");
        return 0;
    }

    /// <summary>Only the way from desk to desk.</summary>
    internal static async Task<int> RunDesksAsync(bool isQuick)
    {
        var time = TimeSpan.FromSeconds(isQuick ? 1.5 : 10);
        var figures = new Figures();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        await DesksAsync(await FloorsAsync(time, patience.Token), figures, time, patience.Token);
        Console.WriteLine($"line: {figures.Sum}");
        return 0;
    }

    private static async Task<Floors> FloorsAsync(TimeSpan time, CancellationToken cancel)
    {
        Console.WriteLine("Measuring the floors …");
        var floors = await Floors.MeasureAsync(time / 2, cancel);
        floors.Print();
        return floors;
    }

    private static async Task StationsAsync(Floors floors, Figures figures, TimeSpan time, CancellationToken cancel)
    {
        using var line = new LineOnDisk(Senders);
        using var stations = new TwoStations(line, Programs.PathOf("Coulisse.Station", "coulisse-station"));
        await stations.UntilTakingAsync(cancel);
        Console.WriteLine();
        Console.WriteLine($"{"Station to station, 500 B",-42}{Pace.Heads}"
            + "   commits a message   µs of processor a message");
        var best = new StationPace(new(0, 0, 0, 0), 0, 0, []);
        foreach (var (desks, together) in Shapes)
        {
            var pace = await stations.RunAsync(desks, together, time, cancel);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {desks,2} desk(s), {together,2} in a submission{"",10}{pace.Pace}"
                + $"   {pace.CommitsOfA,8:F4} {pace.CommitsOfB,8:F4}   {Cost.Words(pace.Costs)}"));
            if (pace.Pace.PerSecond > best.Pace.PerSecond)
                best = pace;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  the fastest beside bare grouped commits: {best.Pace.PerSecond / floors.GroupedPerSecond:F2}"));
        figures.AtLeast("messages a second from station to station", best.Pace.PerSecond, 8_000);
        figures.AtMost("commits a message at our station, at its fastest", best.CommitsOfA, 0.05);
        figures.AtMost("commits a message at their station, at its fastest", best.CommitsOfB, 0.05);
        figures.AtMost("resident loaded, MB, the larger station", stations.Used.Max(one => one.Megabytes), 200);
        figures.Print();
    }

    private static async Task DesksAsync(Floors floors, Figures figures, TimeSpan time, CancellationToken cancel)
    {
        Console.WriteLine();
        await using var desks = await TwoDesks.OpenAsync();
        Console.WriteLine($"{"Desk to desk, 200 B of text, MLS",-42}{Pace.Heads}   µs of processor a message");
        await desks.RunAsync(Senders, time, cancel); // not counted: a desk that has just begun still compiles itself
        DeskPace one = await OneAsync(1), many = await OneAsync(Senders);
        Console.WriteLine($"  resident, MB: {string.Join(", ", desks.Used.Select(used => used.Words))}");
        var floor = floors.LatencyMilliseconds;
        figures.AtLeast($"messages a second from desk to desk, {Senders} senders", many.Pace.PerSecond, 3_000);
        figures.AtMost("median beside the floor, one sender", one.Pace.P50 / floor, 3);
        figures.AtMost("99th of a hundred beside the floor, one sender", one.Pace.P99 / floor, 12);
        figures.Print();

        async Task<DeskPace> OneAsync(int senders)
        {
            var pace = await desks.RunAsync(senders, time, cancel);
            Console.WriteLine($"  {senders,2} sender(s){"",29}{pace.Pace}   {Cost.Words(pace.Costs)}");
            return pace;
        }
    }
}
