namespace Coulisse.Screens.Hosting;

/// <summary>Whether the screens of this desk are locked: all its windows at once, by a key, or when nobody has touched
/// one for a while. The desk goes on behind them.</summary>
internal sealed class ScreenLock(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private long touched = time.GetTimestamp();

    /// <summary>Told on a thread of its own.</summary>
    internal event Action? Changed;

    internal bool IsLocked { get; private set; }

    /// <summary>Somebody is at a window.</summary>
    internal void Touch() => Volatile.Write(ref touched, time.GetTimestamp());

    internal void Lock() => Be(locked: true);

    /// <summary>Only after the desk has said that the passphrase is its own.</summary>
    internal void Unlock()
    {
        Touch();
        Be(locked: false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (time.GetElapsedTime(Volatile.Read(ref touched)) > Idle)
                Lock();
            await Task.Delay(Look, time, stoppingToken);
        }
    }

    private void Be(bool locked)
    {
        if (locked == IsLocked)
            return;
        IsLocked = locked;
        Changed?.Invoke();
    }
}
