using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Aead;

/// <summary>A key of 32 bytes for one of the two ciphers here; owns its secret and wipes it on Dispose.</summary>
public sealed class AeadKey : IDisposable
{
    /// <summary>The length of a key.</summary>
    public const int KeyBytes = 32;

    private readonly SecretBytes secret;

    /// <summary>Takes ownership of <paramref name="secret"/>, which must have <see cref="KeyBytes"/> bytes.</summary>
    public AeadKey(SecretBytes secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length != KeyBytes)
            throw new ArgumentException($"A key has {KeyBytes} bytes.", nameof(secret));
        this.secret = secret;
    }

    internal ReadOnlySpan<byte> Bytes => secret.Reveal();

    /// <inheritdoc/>
    public void Dispose() => secret.Dispose();

    /// <inheritdoc/>
    public override string ToString() => "AEAD key of 32 bytes";
}
