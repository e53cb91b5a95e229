using System.Threading.Channels;

namespace Coulisse.Desk.StationLink;

/// <summary>
/// Tells the station what was processed: at once, and then no oftener than a person could see, for each report makes
/// two stations write and wakes every desk. A report says all that those before it said; one that fails is said again
/// with the next.
/// </summary>
internal sealed class Reporting(Func<DeskEffect.Report, Task> call, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Channel<DeskEffect.Report> latest = Channel.CreateBounded<DeskEffect.Report>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    internal void Say(DeskEffect.Report report) => latest.Writer.TryWrite(report);

    internal async Task RunAsync(CancellationToken cancel)
    {
        await foreach (var report in latest.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            await call(report).ConfigureAwait(false);
            await Task.Delay(Pause, time, cancel).ConfigureAwait(false);
        }
    }
}
