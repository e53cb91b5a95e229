using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Hpke;

/// <summary>A private key to decrypt with, and its public half; wiped on Dispose.</summary>
public sealed class HpkePrivateKey : IDisposable
{
    private readonly SecretBytes secret;

    private HpkePrivateKey(Kem kem, SecretBytes secret, HpkePublicKey publicKey)
    {
        Kem = kem;
        this.secret = secret;
        PublicKey = publicKey;
    }

    /// <summary>What the key is for.</summary>
    public Kem Kem { get; }

    /// <summary>The public half.</summary>
    public HpkePublicKey PublicKey { get; }

    internal ReadOnlySpan<byte> Bytes => secret.Reveal();

    /// <summary>A fresh key.</summary>
    public static HpkePrivateKey Generate(Kem kem, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(kem);
        using var keyMaterial = SecretBytes.Random(kem.PrivateKeyBytes, random);
        return kem.DeriveKeyPair(keyMaterial.Reveal());
    }

    /// <summary>
    /// The key that <see cref="CopySecret"/> gave; null if it has not the KEM's length. The caller clears its own copy.
    /// </summary>
    public static HpkePrivateKey? From(Kem kem, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(kem);
        return secret.Length == kem.PrivateKeyBytes ? Of(kem, SecretBytes.CopyOf(secret)) : null;
    }

    /// <summary>A copy of the key's bytes, for what keeps it; the caller disposes it.</summary>
    public SecretBytes CopySecret() => SecretBytes.CopyOf(Bytes);

    /// <inheritdoc/>
    public void Dispose() => secret.Dispose();

    /// <summary>The public half, never the private one.</summary>
    public override string ToString() => $"private key of {PublicKey}";

    /// <summary>Takes ownership of <paramref name="secret"/>, which has the KEM's length.</summary>
    internal static HpkePrivateKey Of(Kem kem, SecretBytes secret)
    {
        var publicKey = new byte[kem.PublicKeyBytes];
        if (!kem.TryPublicKey(secret.Reveal(), publicKey))
        {
            secret.Dispose();
            throw new CryptographicException("libsodium made no public key from a private one.");
        }
        return new HpkePrivateKey(kem, secret, new HpkePublicKey(Opaque.Owning(publicKey)));
    }
}
