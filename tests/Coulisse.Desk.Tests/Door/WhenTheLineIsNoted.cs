using System.Threading.Channels;
using Coulisse.Chance;
using Coulisse.Desk.Door;
using Coulisse.Desk.Vault;

namespace Coulisse.Desk.Tests.Door;

/// <summary>When a desk notes how its line is: by a clock that the test turns.</summary>
public sealed class WhenTheLineIsNoted
{
    private static readonly DateTimeOffset Noon = new(2031, 3, 9, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TurnedClock clock = new(Noon);
    private readonly Changes changes = new();
    private readonly Channel<DateTimeOffset> noted = Channel.CreateUnbounded<DateTimeOffset>();
    private bool isNews;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_once_and_then_once_a_minute_while_nothing_changes()
    {
        await using var keeping = Keep();
        Assert.Equal(Noon, await NextAsync());
        await clock.PassAsync(Second, Cancel);
        await clock.PassAsync(LineLog.Beat, Cancel);
        Assert.Equal(Noon + Second + LineLog.Beat, await NextAsync());
        Assert.False(noted.Reader.TryRead(out _));
    }

    [Fact]
    public async Task After_a_change_but_never_twice_within_a_second()
    {
        await using var keeping = Keep();
        await NextAsync();
        changes.Happened();
        changes.Happened();
        changes.Happened();
        Assert.False(noted.Reader.TryRead(out _));
        await clock.PassAsync(Second, Cancel);
        Assert.Equal(Noon + Second, await NextAsync());
        Assert.False(noted.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_change_long_after_the_last_note_is_noted_without_waiting_for_the_minute()
    {
        await using var keeping = Keep();
        await NextAsync();
        await clock.PassAsync(Second, Cancel);
        changes.Happened();
        Assert.Equal(Noon + Second, await NextAsync());
    }

    [Fact]
    public async Task Whoever_looks_is_told_of_a_new_record_and_of_a_beat_they_are_not()
    {
        isNews = true;
        var told = changes.Next;
        await using var keeping = Keep();
        await NextAsync();
        await told.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        isNews = false;
        await clock.PassAsync(Second, Cancel); // its own telling wakes it once
        await NextAsync();
        var after = changes.Next;
        await clock.PassAsync(Second, Cancel);
        await clock.PassAsync(LineLog.Beat, Cancel);
        await NextAsync();
        Assert.False(after.IsCompleted);
    }

    [Fact]
    public async Task A_desk_that_stops_ends_it_without_a_fault()
    {
        var stopped = LogKeeping.RunAsync(changes, clock, _ => throw new ChannelClosedException(), Cancel);
        await stopped.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.True(stopped.IsCompletedSuccessfully);
    }

    private Keeping Keep() => new(this);

    private async Task<DateTimeOffset> NextAsync() =>
        await noted.Reader.ReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancel);

    private sealed class Keeping : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Task running;

        internal Keeping(WhenTheLineIsNoted test) => running = LogKeeping.RunAsync(test.changes, test.clock, _ =>
        {
            test.noted.Writer.TryWrite(test.clock.GetUtcNow());
            return Task.FromResult(test.isNews);
        }, stop.Token);

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running;
            stop.Dispose();
        }
    }
}
