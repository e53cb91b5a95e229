using System.Security.Cryptography;
using Coulisse.Crypto.Kdf;
using Coulisse.Crypto.Native;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Hpke;

/// <summary>DHKEM(X25519, HKDF-SHA256): RFC 9180 §4.1, §7.1.</summary>
internal sealed class X25519Kem() : Kem("DHKEM(X25519, HKDF-SHA256)", id: 0x0020)
{
    private const int PointBytes = 32;

    private static readonly LabeledKdf Kdf = new(HashFunction.Sha256, [.. "KEM"u8, 0x00, 0x20]);

    public override int PublicKeyBytes => PointBytes;

    public override int PrivateKeyBytes => PointBytes;

    public override int EncapsulationBytes => PointBytes;

    /// <summary>No point of small order (RFC 7748 §6.1), whichever way its number is written.</summary>
    private protected override bool IsSound(ReadOnlySpan<byte> publicKey) => !SmallOrder.Holds(publicKey);

    internal override bool TryPublicKey(ReadOnlySpan<byte> privateKey, Span<byte> publicKey)
    {
        Sodium.Ready();
        return Sodium.crypto_scalarmult_curve25519_base(publicKey, privateKey) == 0;
    }

    /// <summary>RFC 7748 §5; false for a point of small order, whose secret is all zeros (RFC 9180 §7.1.4).</summary>
    internal static bool TryAgree(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> publicKey, Span<byte> shared)
    {
        Sodium.Ready();
        return Sodium.crypto_scalarmult_curve25519(shared, privateKey, publicKey) == 0;
    }

    /// <summary>RFC 9180 §7.1.3.</summary>
    private protected override void DerivePrivateKey(ReadOnlySpan<byte> keyMaterial, Span<byte> privateKey)
    {
        Span<byte> derived = stackalloc byte[PointBytes];
        Kdf.Extract(salt: default, "dkp_prk"u8, keyMaterial, derived);
        Kdf.Expand(derived, "sk"u8, info: default, privateKey);
        CryptographicOperations.ZeroMemory(derived);
    }

    /// <summary>Encap of RFC 9180 §4.1; the ephemeral key is derived from random bytes, which §4 allows.</summary>
    private protected override bool Encapsulate(ReadOnlySpan<byte> publicKey, IRandomSource random,
        Span<byte> sharedSecret, Span<byte> encapsulation)
    {
        Span<byte> ephemeral = stackalloc byte[PointBytes];
        try
        {
            random.Fill(ephemeral);
            DerivePrivateKey(ephemeral, ephemeral);
            return TryPublicKey(ephemeral, encapsulation)
                && TryShare(ephemeral, publicKey, encapsulation, publicKey, sharedSecret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(ephemeral);
        }
    }

    /// <summary>Decap of RFC 9180 §4.1.</summary>
    private protected override bool Decapsulate(HpkePrivateKey privateKey, ReadOnlySpan<byte> encapsulation,
        Span<byte> sharedSecret) =>
        TryShare(privateKey.Bytes, encapsulation, encapsulation, privateKey.PublicKey.Value.Span, sharedSecret);

    /// <summary>DH, then ExtractAndExpand of RFC 9180 §4.1 with kem_context = concat(enc, pkRm).</summary>
    private static bool TryShare(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> point, ReadOnlySpan<byte> sent,
        ReadOnlySpan<byte> recipient, Span<byte> sharedSecret)
    {
        Span<byte> secret = stackalloc byte[PointBytes];
        Span<byte> context = stackalloc byte[2 * PointBytes];
        try
        {
            if (!TryAgree(privateKey, point, secret))
                return false;
            sent.CopyTo(context);
            recipient.CopyTo(context[PointBytes..]);
            Kdf.Extract(salt: default, "eae_prk"u8, secret, secret);
            Kdf.Expand(secret, "shared_secret"u8, context, sharedSecret);
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
