using Coulisse.Mls.Ratchets;

namespace Coulisse.Mls.Group;

/// <summary>
/// The ratchets after a message, until somebody takes them: if what follows is refused, they are let go.
/// </summary>
internal sealed class SecretTreeAfter(SecretTree ratchets) : IDisposable
{
    private SecretTree? ratchets = ratchets;

    internal SecretTree Take()
    {
        var taken = ratchets ?? throw new InvalidOperationException("The ratchets were taken already.");
        ratchets = null;
        return taken;
    }

    public void Dispose() => ratchets?.Dispose();
}
