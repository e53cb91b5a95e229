using Coulisse.Chance;
using Coulisse.Screens.Hosting;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>The lock by itself, and a clock that the test turns.</summary>
public sealed class Screens_lock_when_nobody_is_there : IAsyncLifetime
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private readonly TurnedClock clock = new(new(2031, 3, 9, 4, 0, 0, TimeSpan.Zero));
    private readonly ScreenLock screens;
    private int changes;

    public Screens_lock_when_nobody_is_there()
    {
        screens = new(clock);
        screens.Changed += () => changes++;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await screens.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await screens.StopAsync(Cancel);
        screens.Dispose();
    }

    [Fact]
    public async Task After_ten_minutes_without_a_touch_and_not_before()
    {
        await PassAsync(40); // ten minutes to the second
        Assert.False(screens.IsLocked);
        await PassAsync(1);
        await UntilLockedAsync();
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task Whoever_touches_a_window_keeps_them_open()
    {
        for (var time = 0; time < 4; time++)
        {
            await PassAsync(30);
            screens.Touch();
        }
        await PassAsync(40);
        Assert.False(screens.IsLocked);
        Assert.Equal(0, changes);
    }

    [Fact]
    public async Task Unlocked_they_stay_open_for_ten_minutes_again()
    {
        screens.Lock();
        screens.Lock();
        Assert.Equal((true, 1), (screens.IsLocked, changes));
        await PassAsync(60);
        screens.Unlock();
        Assert.Equal((false, 2), (screens.IsLocked, changes));
        await PassAsync(40);
        Assert.False(screens.IsLocked);
        await PassAsync(1);
        await UntilLockedAsync();
    }

    [Fact]
    public async Task A_touch_does_not_unlock()
    {
        screens.Lock();
        screens.Touch();
        await PassAsync(2);
        Assert.True(screens.IsLocked);
    }

    private async Task PassAsync(int looks)
    {
        for (; looks > 0; looks--)
            await clock.PassAsync(Look, Cancel);
    }

    // Who waits for the clock wakes on a thread of its own.
    private async Task UntilLockedAsync()
    {
        for (var patience = 0; patience < 1_000 && !screens.IsLocked; patience++)
            await Task.Delay(5, Cancel);
        Assert.True(screens.IsLocked);
    }
}
