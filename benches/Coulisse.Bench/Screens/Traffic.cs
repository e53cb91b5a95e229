using System.Globalization;
using Coulisse.Bench.Line;
using Coulisse.Stage;

namespace Coulisse.Bench.Screens;

/// <summary>What the reader's programs hold while both sides talk in a room that is open in a window.</summary>
internal static class Traffic
{
    private const int Looks = 24;
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(400); // both sides together: five a second

    /// <summary>Talks for so long.</summary>
    /// <returns>Of each, its middle in the last quarter beside its middle in the second one.</returns>
    internal static async Task<IReadOnlyList<(string What, double Megabytes, double Ratio)>> RunAsync(
        LongRoom room, ScreenTimes screen, TimeSpan time)
    {
        using var done = new CancellationTokenSource();
        var talking = Task.WhenAll(TalkAsync(room.Writer, room, done.Token), TalkAsync(room.Reader, room, done.Token));
        var held = new List<double[]>();
        for (var look = 1; look <= Looks; look++)
        {
            await Task.Delay(time / Looks);
            held.Add([await screen.HeapAsync(), .. Used(room).Select(one => one.Megabytes)]);
            if (look % 6 == 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {time * look / Looks:hh\\:mm\\:ss}: {string.Join(", ", What(room).Zip(held[^1], (what, mega) =>
                        string.Create(CultureInfo.InvariantCulture, $"{what} {mega:F1} MB")))}"));
        }
        await done.CancelAsync();
        await talking;
        return [.. What(room).Select((what, at) => (what, held[^1][at], Middle(held, at, 3) / Middle(held, at, 1)))];
    }

    private static IReadOnlyList<Used> Used(LongRoom room) =>
    [
        Line.Used.By("the desk", room.Reader.Server.ProcessId!.Value),
        Line.Used.By("its screens", room.Reader.Screens.ProcessId!.Value),
    ];

    private static IEnumerable<string> What(LongRoom room) => Used(room).Select(one => one.Program).Prepend("the page");

    private static double Middle(List<double[]> held, int at, int quarter)
    {
        var some = held.Skip(quarter * Looks / 4).Take(Looks / 4).Select(one => one[at]).Order().ToArray();
        return some[some.Length / 2];
    }

    private static async Task TalkAsync(DeskOnStage desk, LongRoom room, CancellationToken done)
    {
        using var door = desk.Door();
        for (ulong number = 1; !done.IsCancellationRequested; number++)
        {
            await LongRoom.SayAsync(door, room.Name, number);
            await Task.Delay(Apart, CancellationToken.None);
        }
    }
}
