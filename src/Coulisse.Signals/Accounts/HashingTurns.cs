namespace Coulisse.Signals.Accounts;

/// <summary>At most two passphrases are hashed at a time (19 MiB each) and few wait: a flood of sign-ins costs neither
/// the
/// memory nor the processors that readers need. Beyond that, "busy, try again in a minute".</summary>
internal sealed class HashingTurns : IDisposable
{
    public const int AtOnceMax = 2;
    public const int WaitingMax = 32;

    private readonly SemaphoreSlim _turns = new(AtOnceMax, AtOnceMax);
    private int _present;

    /// <summary>A turn, to be disposed after the hashing; null when too many wait already.</summary>
    public async Task<IDisposable?> TakeAsync(CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _present) > AtOnceMax + WaitingMax)
        {
            Interlocked.Decrement(ref _present);
            return null;
        }
        try
        {
            await _turns.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref _present);
            throw;
        }
        return new Turn(this);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(HashingTurns owner) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) != 0)
                return;
            owner._turns.Release();
            Interlocked.Decrement(ref owner._present);
        }
    }
}
