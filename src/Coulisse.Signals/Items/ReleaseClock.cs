using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>Publishes scheduled items at their minute: sleeps until the next one, wakes, looks, publishes each exactly once.</summary>
/// <remarks>
/// The schedule is in the file, not in memory: what fell due while nothing ran goes out at start, with the true time (see
/// <see cref="Item.LateBy"/>). <see cref="ItemWriter.PublishAsync"/> moves an item out of "scheduled" in the transaction that
/// publishes it, so neither a restart nor a second look can publish it again.
/// </remarks>
public sealed partial class ReleaseClock(ItemStore items, ItemWriter writer, TimeProvider time, ILogger<ReleaseClock> log)
    : BackgroundService
{
    /// <summary>At least this often it looks again: another program may have scheduled, the machine may have slept.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>Publishes what is due.</summary>
    /// <returns>How many items went out.</returns>
    public async Task<int> PublishDueAsync(CancellationToken cancel)
    {
        var published = 0;
        foreach (var item in items.Due(Now))
        {
            if (await writer.PublishAsync(item, Now, cancel))
                published++;
            else
                LogRefused(log, item.Value);
        }
        return published;
    }

    /// <summary>The schedule has changed: look again now.</summary>
    public void LookAgain()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung already.
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PublishDueAsync(stoppingToken);
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode is SqliteCode.Busy or SqliteCode.Full or SqliteCode.IoError)
            {
                LogFailed(log, failure.SqliteErrorCode); // the item is still scheduled: the next look tries again
            }
            await WaitAsync(stoppingToken);
        }
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private TimeSpan UntilNext() => items.NextRelease() is { } next && (next - Now).ToTimeSpan() is var wait
        && wait > TimeSpan.Zero && wait < LookEvery ? wait : LookEvery;

    private async Task WaitAsync(CancellationToken cancel)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ring = _bell.WaitAsync(woken.Token);
        await Task.WhenAny(ring, Task.Delay(UntilNext(), time, woken.Token));
        await woken.CancelAsync();
        await ring.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(2001, LogLevel.Error, "The item {Item} is due and cannot be published: it is not signed.")]
    private static partial void LogRefused(ILogger log, long item);

    [LoggerMessage(2002, LogLevel.Error, "The file could not be written at a release (SQLite code {Code}); trying again.")]
    private static partial void LogFailed(ILogger log, int code);
}
