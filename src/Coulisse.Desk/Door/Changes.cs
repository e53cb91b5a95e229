namespace Coulisse.Desk.Door;

/// <summary>Wakes whoever waits for anything to change; none is missed between two waits.</summary>
internal sealed class Changes
{
    private TaskCompletionSource next = New();

    /// <summary>Take this before looking, and wait for it after: it ends with the first change since it was
    /// taken.</summary>
    internal Task Next => Volatile.Read(ref next).Task;

    internal void Happened() => Interlocked.Exchange(ref next, New()).TrySetResult();

    /// <summary>Waits for that change, and no longer than so.</summary>
    internal static async Task WaitAsync(Task next, TimeSpan most, TimeProvider time, CancellationToken cancel)
    {
        try
        {
            await next.WaitAsync(most, time, cancel);
        }
        catch (TimeoutException)
        {
            // nothing happened meanwhile
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
