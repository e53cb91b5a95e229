using System.Threading.Channels;
using Coulisse.Desk.StationLink;
using Coulisse.Desk.Vault;

namespace Coulisse.Desk.Door;

/// <summary>Notes how the line is whenever that has changed, and once a minute that nothing has. What lasts less than a
/// second is not noted: the line's words move with every message, and its state hardly ever.</summary>
internal static class LogKeeping
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Until the desk stops.</summary>
    internal static async Task RunAsync(OpenDesk desk, DeskLoop loop, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var next = desk.Changes.Next;
                await loop.AskBothAsync(both =>
                {
                    foreach (var line in both.Lines)
                    {
                        var (_, _, cause, number) = LineState.Of(loop.IsStationThere, line.News);
                        line.LineLog.Note(cause, number, desk.Now);
                    }
                    return true;
                }, cancel);
                await Task.Delay(Pause, desk.Time, cancel);
                await Changes.WaitAsync(next, LineLog.Beat, desk.Time, cancel);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ChannelClosedException)
        {
            // the desk is closed, and knows nothing more of the line
        }
    }
}
