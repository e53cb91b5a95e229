using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ratchets;

namespace Coulisse.Mls.Framing;

/// <summary>A message ready to be sent, and the ratchets after it, which the caller keeps or disposes.</summary>
public readonly struct ProtectedMessage(Opaque message, SecretTree next)
{
    /// <summary>The encoded MLSMessage.</summary>
    public Opaque Message { get; } = message;

    public SecretTree Next { get; } = next;
}
