using System.Security.Cryptography;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Kdf;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Agreement;

/// <summary>
/// What two holders of long-term X25519 keys both know and nobody else: RFC 7748 §6.1, then HKDF-SHA256 (RFC 5869).
/// Whoever has one of the two private keys can make what the other makes, so it authenticates between the two and
/// proves nothing to a third.
/// </summary>
public static class StaticAgreement
{
    /// <summary>The length of what comes out, in bytes.</summary>
    public const int KeyBytes = 32;

    /// <summary>
    /// The key of these two for one purpose; null if the other's key is a point of small order, with which there is no
    /// secret. The caller disposes it.
    /// </summary>
    /// <exception cref="ArgumentException">A key is not of X25519.</exception>
    public static SecretBytes? Derive(HpkePrivateKey own, HpkePublicKey other, ReadOnlySpan<byte> purpose)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        if (own.Kem != Kem.X25519 || other.Value.Length != Kem.X25519.PublicKeyBytes)
            throw new ArgumentException("Both keys are of X25519.");
        Span<byte> secret = stackalloc byte[KeyBytes];
        try
        {
            if (!X25519Kem.TryAgree(own.Bytes, other.Value.Span, secret))
                return null;
            HashFunction.Sha256.Extract(salt: default, secret, secret);
            var key = SecretBytes.Allocate(KeyBytes, out var content);
            HashFunction.Sha256.Expand(secret, purpose, content);
            return key;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
