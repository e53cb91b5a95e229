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
    /// <param name="changes">Of anything at the desk.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="noteAsync">Notes how its lines are; whether a record began with that.</param>
    /// <param name="cancel">Ends it.</param>
    internal static async Task RunAsync(
        Changes changes, TimeProvider time, Func<CancellationToken, Task<bool>> noteAsync, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var next = changes.Next;
                if (await noteAsync(cancel))
                    changes.Happened(); // who looks at the log was told before this was written, and is told again
                await Task.Delay(Pause, time, cancel);
                await Changes.WaitAsync(next, LineLog.Beat, time, cancel);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ChannelClosedException)
        {
            // the desk is closed, and knows nothing more of the line
        }
    }

    /// <summary>How each line is now, into its log; whether a record began with that.</summary>
    internal static bool Note(DeskCores both, DeskLoop loop, DateTimeOffset now) =>
        both.Lines.Select(line => Note(line, loop, now)).ToList().Contains(true);

    private static bool Note(DeskCore line, DeskLoop loop, DateTimeOffset now)
    {
        var (_, _, cause, number) = LineState.Of(loop.Station, line.News);
        return line.LineLog.Note(cause, number, now);
    }
}
