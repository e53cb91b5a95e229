using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Hpke;

/// <summary>
/// The sender's end of an exported secret (RFC 9180 §6.2): what to send, and the secret; disposed by its owner.
/// </summary>
public sealed class HpkeExport : IDisposable
{
    internal HpkeExport(Opaque kemOutput, SecretBytes secret)
    {
        KemOutput = kemOutput;
        Secret = secret;
    }

    /// <summary>What the receiver needs.</summary>
    public Opaque KemOutput { get; }

    /// <summary>What both then share.</summary>
    public SecretBytes Secret { get; }

    /// <inheritdoc/>
    public void Dispose() => Secret.Dispose();
}
