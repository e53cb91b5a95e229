namespace Coulisse.Mls.Ratchets;

/// <summary>
/// Part of several states at once: it counts who holds it, and whoever lets go last erases it. This is how an old state
/// and the next one share all but what a message used up, and how exactly that is erased when the old one goes.
/// </summary>
internal abstract class Shared
{
    private int holders = 1;

    /// <summary>One more holder.</summary>
    internal void Hold() => Interlocked.Increment(ref holders);

    /// <summary>One holder fewer; the last one erases.</summary>
    internal void LetGo()
    {
        if (Interlocked.Decrement(ref holders) == 0)
            Erase();
    }

    private protected abstract void Erase();
}

internal static class SharedExtensions
{
    /// <summary>The same object, with one more holder.</summary>
    internal static T Held<T>(this T shared)
        where T : Shared
    {
        shared.Hold();
        return shared;
    }
}
