using System.Security.Cryptography;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Kdf;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Hpke;

/// <summary>
/// Hybrid public key encryption (RFC 9180) in base mode: one message, or one exported secret, to the owner of a public
/// key. Which KEM, hash and cipher is data.
/// </summary>
/// <remarks>
/// <code>
/// public key → KEM → shared secret ─┐
///                           info ───┴→ key schedule (§5.1) → key, nonce → ciphertext
///                                                          → exporter secret → exported secret
/// </code>
/// </remarks>
public sealed class HpkeSuite
{
    private const byte ModeBase = 0x00;

    private readonly LabeledKdf kdf;
    private readonly byte[] noPskHash; // psk_id_hash of an empty psk_id: the same every time.

    public HpkeSuite(Kem kem, HashFunction hash, AeadAlgorithm aead)
    {
        ArgumentNullException.ThrowIfNull(kem);
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(aead);
        (Kem, Hash, Aead) = (kem, hash, aead);
        kdf = new LabeledKdf(hash, SuiteId());
        noPskHash = new byte[hash.HashBytes];
        kdf.Extract(salt: default, "psk_id_hash"u8, keyMaterial: default, noPskHash);
    }

    public Kem Kem { get; }

    public HashFunction Hash { get; }

    public AeadAlgorithm Aead { get; }

    /// <summary>
    /// SealBase (RFC 9180 §6.1). Null if <paramref name="publicKey"/> is none that one may encrypt to.
    /// </summary>
    public HpkeCiphertext? Seal(HpkePublicKey publicKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> plaintext, IRandomSource random)
    {
        Span<byte> shared = stackalloc byte[Kem.SharedSecretBytes];
        var keys = HpkeKeys.ForMessage(stackalloc byte[HpkeKeys.BytesMax], Aead);
        try
        {
            var kemOutput = new byte[Kem.EncapsulationBytes];
            if (!Kem.TryEncapsulate(publicKey, random, shared, kemOutput))
                return null;
            Schedule(shared, info, keys);
            var ciphertext = new byte[plaintext.Length + AeadAlgorithm.TagBytes];
            Aead.Seal(keys.Key, keys.BaseNonce, associated, plaintext, ciphertext); // Sequence number 0.
            return new HpkeCiphertext(Opaque.Owning(kemOutput), Opaque.Owning(ciphertext));
        }
        finally
        {
            keys.Dispose();
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    /// <summary>OpenBase (RFC 9180 §6.1); the caller disposes the plaintext. Null for whatever is wrong.</summary>
    public SecretBytes? Open(HpkePrivateKey privateKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> associated,
        HpkeCiphertext sealedTo)
    {
        ArgumentNullException.ThrowIfNull(sealedTo);
        var ciphertext = sealedTo.Ciphertext.Span;
        if (ciphertext.Length is < AeadAlgorithm.TagBytes or > SecretBytes.BytesMax)
            return null;
        Span<byte> shared = stackalloc byte[Kem.SharedSecretBytes];
        var keys = HpkeKeys.ForMessage(stackalloc byte[HpkeKeys.BytesMax], Aead);
        try
        {
            if (!Kem.TryDecapsulate(privateKey, sealedTo.KemOutput.Span, shared))
                return null;
            Schedule(shared, info, keys);
            var plaintext = SecretBytes.Allocate(ciphertext.Length - AeadAlgorithm.TagBytes, out var content);
            if (Aead.TryOpen(keys.Key, keys.BaseNonce, associated, ciphertext, content))
                return plaintext;
            plaintext.Dispose();
            return null;
        }
        finally
        {
            keys.Dispose();
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    /// <summary>SendExportBase (RFC 9180 §6.2). Null if one may not encrypt to <paramref name="publicKey"/>.</summary>
    public HpkeExport? ExportTo(HpkePublicKey publicKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> exporterContext,
        int length, IRandomSource random)
    {
        Span<byte> shared = stackalloc byte[Kem.SharedSecretBytes];
        var kemOutput = new byte[Kem.EncapsulationBytes];
        if (!Kem.TryEncapsulate(publicKey, random, shared, kemOutput))
            return null;
        return new HpkeExport(Opaque.Owning(kemOutput), Export(shared, info, exporterContext, length));
    }

    /// <summary>ReceiveExportBase (RFC 9180 §6.2). Null if <paramref name="kemOutput"/> is none of this KEM.</summary>
    public SecretBytes? ExportFrom(HpkePrivateKey privateKey, Opaque kemOutput, ReadOnlySpan<byte> info,
        ReadOnlySpan<byte> exporterContext, int length)
    {
        Span<byte> shared = stackalloc byte[Kem.SharedSecretBytes];
        return Kem.TryDecapsulate(privateKey, kemOutput.Span, shared)
            ? Export(shared, info, exporterContext, length)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kem}, HKDF-{Hash}, {Aead}";

    /// <summary>Context.Export (RFC 9180 §5.3); uses up <paramref name="shared"/>.</summary>
    private SecretBytes Export(Span<byte> shared, ReadOnlySpan<byte> info, ReadOnlySpan<byte> exporterContext,
        int length)
    {
        var keys = HpkeKeys.ForExport(stackalloc byte[HpkeKeys.BytesMax], Hash);
        try
        {
            Schedule(shared, info, keys);
            var secret = SecretBytes.Allocate(length, out var content);
            kdf.Expand(keys.ExporterSecret, "sec"u8, exporterContext, content);
            return secret;
        }
        finally
        {
            keys.Dispose();
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    /// <summary>KeySchedule of RFC 9180 §5.1 in base mode, without a PSK.</summary>
    private void Schedule(ReadOnlySpan<byte> shared, ReadOnlySpan<byte> info, HpkeKeys keys)
    {
        var hashBytes = Hash.HashBytes;
        Span<byte> context = stackalloc byte[1 + 2 * HashFunction.HashBytesMax];
        context = context[..(1 + 2 * hashBytes)];
        context[0] = ModeBase;
        noPskHash.CopyTo(context[1..]);
        kdf.Extract(salt: default, "info_hash"u8, info, context[(1 + hashBytes)..]);

        Span<byte> secret = stackalloc byte[HashFunction.HashBytesMax];
        secret = secret[..hashBytes];
        kdf.Extract(shared, "secret"u8, keyMaterial: default, secret);
        kdf.Expand(secret, "key"u8, context, keys.Key);
        kdf.Expand(secret, "base_nonce"u8, context, keys.BaseNonce);
        kdf.Expand(secret, "exp"u8, context, keys.ExporterSecret);
        CryptographicOperations.ZeroMemory(secret);
    }

    /// <summary>suite_id = concat("HPKE", I2OSP(kem_id, 2), I2OSP(kdf_id, 2), I2OSP(aead_id, 2)).</summary>
    private byte[] SuiteId() =>
    [
        .. "HPKE"u8, (byte)(Kem.Id >> 8), (byte)(Kem.Id & 0xff), (byte)(Hash.HpkeKdfId >> 8),
        (byte)(Hash.HpkeKdfId & 0xff), (byte)(Aead.HpkeAeadId >> 8), (byte)(Aead.HpkeAeadId & 0xff),
    ];
}
