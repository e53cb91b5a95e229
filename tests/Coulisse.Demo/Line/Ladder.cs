using System.Globalization;

namespace Coulisse.Demo.Line;

/// <summary>How far messages are, shown rung by rung with their times, until each is on their desk.</summary>
internal sealed class Ladder(Action<string> show)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<(DeskOnStage Desk, string Room, ulong Order)> climbing = [];
    private readonly Dictionary<(DeskOnStage, string, ulong), int> shown = [];

    /// <summary>Whether some message is not known to have arrived.</summary>
    public bool IsWaiting => climbing.Count > 0;

    /// <summary>Watches what this desk said last in a room.</summary>
    public async Task WatchLastAsync(DeskOnStage desk, string room)
    {
        var last = (await desk.ReadAsync(room)).Last(one => one.Office == desk.Office);
        climbing.Add((desk, room, last.Order));
    }

    /// <summary>Shows each rung as it is reached.</summary>
    /// <exception cref="StageException">Some message is not on their desk after a minute.</exception>
    public async Task ShowAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        while (climbing.Count > 0)
        {
            foreach (var place in climbing.GroupBy(one => (one.Desk, one.Room)).ToList())
            {
                var messages = await place.Key.Desk.ReadAsync(place.Key.Room);
                foreach (var one in place)
                    ShowNew(one, messages.Single(message => message.Order == one.Order));
            }
            if (late.IsCancellationRequested)
                throw new StageException($"{climbing.Count} messages are not on the other side's desk after a minute.");
            await Task.Delay(Look);
        }
    }

    private void ShowNew((DeskOnStage Desk, string Room, ulong Order) one, DeskOnStage.Message message)
    {
        var before = shown.GetValueOrDefault(one);
        shown[one] = message.Rungs.Count;
        if (message.Rungs.Count > before)
        {
            show($"{message.Office}, message {message.Number}: " + string.Join(", ", message.Rungs.Skip(before)
                .Select(rung => string.Create(CultureInfo.InvariantCulture, $"{rung.Words} {rung.At:HH:mm:ss}"))));
        }
        if (message.Rungs[^1].Name == "OnTheirDesk")
            climbing.Remove(one);
    }
}
