namespace Coulisse.Station.Dispatch;

/// <summary>
/// When to try again: after a second, then twice as long each time, never more than a minute. Anything that arrives
/// from the other side, and a person who says "try now", begin it anew.
/// </summary>
internal sealed class Retry
{
    internal static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private TimeSpan wait = TimeSpan.Zero;

    /// <summary>The earliest next attempt.</summary>
    internal TimeSpan NotBefore { get; private set; }

    /// <summary>How many attempts in a row have failed.</summary>
    internal int Failures { get; private set; }

    internal void Failed(TimeSpan now)
    {
        Failures++;
        wait = wait == TimeSpan.Zero ? First : wait * 2 > Longest ? Longest : wait * 2;
        NotBefore = now + wait;
    }

    internal void Reset()
    {
        (wait, Failures) = (TimeSpan.Zero, 0);
        NotBefore = TimeSpan.Zero;
    }
}
