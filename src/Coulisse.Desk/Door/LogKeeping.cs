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
                // who looks at the log was told of the line before this was written, and is told again
                if (await loop.AskBothAsync(both => both.Lines.Count(line => Note(line, loop, desk.Now)), cancel) > 0)
                    desk.Changes.Happened();
                await Task.Delay(Pause, desk.Time, cancel);
                await Changes.WaitAsync(next, LineLog.Beat, desk.Time, cancel);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ChannelClosedException)
        {
            // the desk is closed, and knows nothing more of the line
        }
    }

    private static bool Note(DeskCore line, DeskLoop loop, DateTimeOffset now)
    {
        var (_, _, cause, number) = LineState.Of(loop.IsStationThere, line.News);
        return line.LineLog.Note(cause, number, now);
    }
}
