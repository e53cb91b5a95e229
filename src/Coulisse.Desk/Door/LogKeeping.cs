using System.Threading.Channels;
using Coulisse.Desk.StationLink;
using Coulisse.Desk.Vault;

namespace Coulisse.Desk.Door;

/// <summary>Notes how the line is whenever anything has changed, and once a minute that nothing has.</summary>
internal static class LogKeeping
{
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
                    var core = both.Line;
                    var (_, _, cause, number) = LineState.Of(loop.IsStationThere, core.News);
                    core.LineLog.Note(cause, number, desk.Now);
                    return true;
                }, cancel);
                await Task.WhenAny(next, Task.Delay(LineLog.Beat, desk.Time, cancel));
                cancel.ThrowIfCancellationRequested();
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ChannelClosedException)
        {
            // the desk is closed, and knows nothing more of the line
        }
    }
}
