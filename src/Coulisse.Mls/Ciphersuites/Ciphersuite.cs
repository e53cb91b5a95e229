using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Kdf;

namespace Coulisse.Mls.Ciphersuites;

/// <summary>
/// The primitives of a group, as data (RFC 9420 §5.1, §17.1). The labelled operations on them, named as in the RFC,
/// stand beside in <see cref="LabeledHashing"/>, <see cref="LabeledSigning"/> and <see cref="LabeledEncryption"/>.
/// </summary>
public sealed record Ciphersuite
{
    private const ushort PrivateUseFirst = 0xf000;

    private Ciphersuite(ushort code, string name, HpkeSuite hpke, SignatureScheme signatures)
    {
        Code = code;
        Name = name;
        Hpke = hpke;
        Signatures = signatures;
    }

    /// <summary>MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519, the one that every implementation has.</summary>
    public static Ciphersuite X25519Aes128Gcm { get; } = new(0x0001, "MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519",
        new HpkeSuite(Kem.X25519, HashFunction.Sha256, AeadAlgorithm.Aes128Gcm), SignatureScheme.Ed25519);

    /// <summary>MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519.</summary>
    public static Ciphersuite X25519ChaCha20Poly1305 { get; } = new(0x0003,
        "MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519",
        new HpkeSuite(Kem.X25519, HashFunction.Sha256, AeadAlgorithm.ChaCha20Poly1305), SignatureScheme.Ed25519);

    /// <summary>The number in the registry of RFC 9420 §17.1, or one for private use.</summary>
    public ushort Code { get; }

    /// <summary>The name in the registry or, for private use, in the draft.</summary>
    public string Name { get; }

    /// <summary>KEM, KDF and AEAD.</summary>
    public HpkeSuite Hpke { get; }

    /// <summary>How members sign.</summary>
    public SignatureScheme Signatures { get; }

    /// <summary>The hash, which is also that of the KDF and the MAC in every suite here.</summary>
    public HashFunction Hash => Hpke.Hash;

    /// <summary>The cipher.</summary>
    public AeadAlgorithm Aead => Hpke.Aead;

    /// <summary>
    /// MLS_128_MLKEM768X25519_AES256GCM_SHA384_Ed25519: the draft's TBD2, under a number from configuration until one
    /// is assigned. <paramref name="code"/> is one for private use, 0xF000 to 0xFFFF.
    /// </summary>
    public static Ciphersuite PostQuantum(ushort code)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, PrivateUseFirst);
        return new Ciphersuite(code, "MLS_128_MLKEM768X25519_AES256GCM_SHA384_Ed25519",
            new HpkeSuite(Kem.XWing, HashFunction.Sha384, AeadAlgorithm.Aes256Gcm), SignatureScheme.Ed25519);
    }

    /// <summary>The same number is the same suite.</summary>
    public bool Equals(Ciphersuite? other) => other is not null && Code == other.Code && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Code;

    /// <inheritdoc/>
    public override string ToString() => $"0x{Code:X4} {Name}";
}
