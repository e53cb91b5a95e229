using System.Security.Cryptography;
using Coulisse.Crypto.Native;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Hpke;

/// <summary>
/// MLKEM768-X25519 (X-Wing), number 0x647a in the HPKE draft for post-quantum KEMs: ML-KEM-768 and X25519 side by side,
/// safe while either of them is. A private key is a seed of 32 bytes.
/// </summary>
/// <remarks>
/// A point of small order in the X25519 half is no refusal by itself, as the draft has it: the secret then rests on
/// ML-KEM alone. What libsodium refuses is an ML-KEM key with a number out of range.
/// </remarks>
internal sealed class XWingKem() : Kem("MLKEM768-X25519", id: 0x647a)
{
    private const int SeedBytes = 32;
    private const int RandomBytes = 64;

    public override int PublicKeyBytes => 1216;

    public override int PrivateKeyBytes => SeedBytes;

    public override int EncapsulationBytes => 1120;

    private static ReadOnlySpan<byte> DeriveKeyPairLabel => "DeriveKeyPair"u8;

    /// <summary>FIPS 203 §7.2: 768 numbers of twelve bits, each below 3329.</summary>
    private protected override bool IsSound(ReadOnlySpan<byte> publicKey)
    {
        const int numbersBytes = 1152;
        const int modulus = 3329;
        for (var at = 0; at < numbersBytes; at += 3)
        {
            var (low, middle, high) = (publicKey[at], publicKey[at + 1], publicKey[at + 2]);
            if ((low | ((middle & 0x0f) << 8)) >= modulus || ((middle >> 4) | (high << 4)) >= modulus)
                return false;
        }
        return true;
    }

    internal override bool TryPublicKey(ReadOnlySpan<byte> privateKey, Span<byte> publicKey)
    {
        Sodium.Ready();
        Span<byte> again = stackalloc byte[SeedBytes];
        var made = Sodium.crypto_kem_xwing_seed_keypair(publicKey, again, privateKey) == 0;
        CryptographicOperations.ZeroMemory(again);
        return made;
    }

    /// <summary>
    /// SHAKE256.LabeledDerive(ikm, "DeriveKeyPair", "", 32) of the HPKE drafts: SHAKE256 over
    /// concat(ikm, "HPKE-v1", suite_id, I2OSP(len(label), 2), label, I2OSP(L, 2), context).
    /// </summary>
    private protected override void DerivePrivateKey(ReadOnlySpan<byte> keyMaterial, Span<byte> privateKey)
    {
        var input = new ScratchWriter(stackalloc byte[128]);
        try
        {
            input.WriteFixed(keyMaterial);
            input.WriteFixed("HPKE-v1"u8);
            input.WriteFixed("KEM"u8);
            input.WriteUInt16(Id);
            input.WriteUInt16((ushort)DeriveKeyPairLabel.Length);
            input.WriteFixed(DeriveKeyPairLabel);
            input.WriteUInt16(SeedBytes);
            Sodium.Ready();
            if (Sodium.crypto_xof_shake256(privateKey, SeedBytes, input.Written, (ulong)input.Written.Length) != 0)
                throw new CryptographicException("libsodium did not hash.");
        }
        finally
        {
            input.Dispose();
        }
    }

    private protected override bool Encapsulate(ReadOnlySpan<byte> publicKey, IRandomSource random,
        Span<byte> sharedSecret, Span<byte> encapsulation)
    {
        Span<byte> seed = stackalloc byte[RandomBytes];
        try
        {
            random.Fill(seed);
            Sodium.Ready();
            return Sodium.crypto_kem_xwing_enc_deterministic(encapsulation, sharedSecret, publicKey, seed) == 0;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    private protected override bool Decapsulate(HpkePrivateKey privateKey, ReadOnlySpan<byte> encapsulation,
        Span<byte> sharedSecret)
    {
        Sodium.Ready();
        return Sodium.crypto_kem_xwing_dec(sharedSecret, encapsulation, privateKey.Bytes) == 0;
    }
}
