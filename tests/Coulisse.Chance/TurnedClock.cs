namespace Coulisse.Chance;

/// <summary>A clock that stands until it is turned; what waits for it wakes as it passes.</summary>
public sealed class TurnedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until somebody waits for the instant after so long, and turns the clock to it.</summary>
    public async Task PassAsync(TimeSpan time, CancellationToken cancel)
    {
        var until = GetUtcNow() + time;
        while (true)
        {
            Waiting[] due;
            lock (gate)
            {
                due = [.. waiting.Where(one => one.At <= until)];
                if (due.Any(one => one.At == until))
                    now = until;
            }
            if (GetUtcNow() == until)
            {
                foreach (var one in due)
                    one.Wake();
                return;
            }
            await Task.Delay(1, cancel);
        }
    }

    private sealed class Waiting(TurnedClock clock, Action wake) : ITimer
    {
        internal DateTimeOffset At { get; private set; }

        internal void Wake()
        {
            Dispose();
            wake();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.waiting.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                At = clock.now + dueTime;
                clock.waiting.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.waiting.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
