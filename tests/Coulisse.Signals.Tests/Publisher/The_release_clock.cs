using Coulisse.Signals.Items;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Coulisse.Signals.Tests.Publisher;

public sealed class The_release_clock : IDisposable
{
    private readonly Publication _page = new();
    private readonly StandingTime _time = new();

    public void Dispose() => _page.Dispose();

    [Fact]
    public async Task Publishes_at_the_minute_not_before_and_once()
    {
        var (item, minute) = await ScheduledAsync();
        using var clock = NewClock();
        _time.Now = minute - Duration.FromMilliseconds(1);
        Assert.Equal(0, await clock.PublishDueAsync(Publication.Cancel));
        _time.Now = minute;
        Assert.Equal(1, await clock.PublishDueAsync(Publication.Cancel));
        Assert.Equal(0, await clock.PublishDueAsync(Publication.Cancel));
        var published = _page.Items.Find(item)!;
        Assert.Equal((ItemState.Published, minute), (published.State, published.PublishedAt!.Value));
        Assert.Null(published.LateBy);
    }

    [Fact]
    public async Task Publishes_what_fell_due_while_nothing_ran_with_the_true_time()
    {
        var (item, minute) = await ScheduledAsync();
        _time.Now = minute + Duration.FromSeconds(61);
        using (var clock = NewClock())
        {
            await clock.StartAsync(Publication.Cancel);
            await Until(() => _page.Items.Find(item)!.State is ItemState.Published);
            await clock.StopAsync(Publication.Cancel);
        }
        Assert.Equal(_time.Now, _page.Items.Find(item)!.PublishedAt);
        Assert.Equal(Duration.FromSeconds(61), _page.Items.Find(item)!.LateBy);
    }

    [Fact]
    public async Task Looks_again_when_it_is_told_that_the_schedule_changed()
    {
        _time.Now = _page.Now;
        using var clock = NewClock();
        await clock.StartAsync(Publication.Cancel);
        var (item, minute) = await ScheduledAsync();
        _time.Now = minute;
        clock.LookAgain();
        clock.LookAgain();
        await Until(() => _page.Items.Find(item)!.State is ItemState.Published);
        await clock.StopAsync(Publication.Cancel);
    }

    [Fact]
    public async Task Leaves_what_was_unscheduled()
    {
        var (item, minute) = await ScheduledAsync();
        await _page.Writer.UnscheduleAsync(item, Publication.Cancel);
        _time.Now = minute + Duration.FromDays(1);
        using var clock = NewClock();
        Assert.Equal(0, await clock.PublishDueAsync(Publication.Cancel));
        Assert.Equal(ItemState.Draft, _page.Items.Find(item)!.State);
    }

    private async Task<(ItemId Item, Instant Minute)> ScheduledAsync()
    {
        var item = await _page.NewAsync(ItemKind.Report);
        var minute = _page.Now + Duration.FromHours(1);
        Assert.True(await _page.Writer.ScheduleAsync(item, minute, "UTC", Publication.Cancel));
        return (item, minute);
    }

    private ReleaseClock NewClock() => new(_page.Items, _page.Writer, _time, NullLogger<ReleaseClock>.Instance);

    private static async Task Until(Func<bool> isSo)
    {
        for (var i = 0; i < 500 && !isSo(); i++)
            await Task.Delay(10, Publication.Cancel);
        Assert.True(isSo());
    }

    /// <summary>A wall clock that stands; timers run by the real one.</summary>
    private sealed class StandingTime : TimeProvider
    {
        public Instant Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }
}
