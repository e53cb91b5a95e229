using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Mls.Schedule;

/// <summary>A key known beforehand that flows into an epoch; whoever holds the key disposes it.</summary>
/// <param name="id">The encoded PreSharedKeyID, nonce included.</param>
/// <param name="secret">The key.</param>
public sealed class InjectedPsk(Opaque id, SecretBytes secret)
{
    internal Opaque Id { get; } = id;

    internal SecretBytes Secret { get; } = secret;
}
