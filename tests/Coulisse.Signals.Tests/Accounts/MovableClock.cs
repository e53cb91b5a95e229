namespace Coulisse.Signals.Tests.Accounts;

/// <summary>The real clock, moved forward at will; timers stay real.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _ahead;

    public void Forward(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));
}
