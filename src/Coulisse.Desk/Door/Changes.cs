namespace Coulisse.Desk.Door;

/// <summary>Wakes whoever waits for anything to change; none is missed between two waits.</summary>
internal sealed class Changes
{
    private TaskCompletionSource next = New();

    /// <summary>Take this before looking, and wait for it after: it ends with the first change since it was
    /// taken.</summary>
    internal Task Next => Volatile.Read(ref next).Task;

    internal void Happened() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
