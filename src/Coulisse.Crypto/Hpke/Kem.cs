using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Hpke;

/// <summary>
/// A key encapsulation mechanism as HPKE numbers them (RFC 9180 §7.1): from a public key a shared secret and the bytes
/// with which the owner of the private key finds the same secret.
/// </summary>
public abstract class Kem
{
    /// <summary>The length of a shared secret, for every KEM here.</summary>
    public const int SharedSecretBytes = 32;

    private protected Kem(string name, ushort id)
    {
        Name = name;
        Id = id;
    }

    /// <summary>DHKEM(X25519, HKDF-SHA256), RFC 9180 §7.1.</summary>
    public static Kem X25519 { get; } = new X25519Kem();

    /// <summary>MLKEM768-X25519, also called X-Wing, as the HPKE draft for post-quantum KEMs numbers it.</summary>
    public static Kem XWing { get; } = new XWingKem();

    public string Name { get; }

    /// <summary>Its number in HPKE.</summary>
    public ushort Id { get; }

    /// <summary>The length of a public key.</summary>
    public abstract int PublicKeyBytes { get; }

    /// <summary>The length of a private key, and of the least key material to derive one from.</summary>
    public abstract int PrivateKeyBytes { get; }

    /// <summary>The length of what is sent along: HPKE's enc, MLS's kem_output.</summary>
    public abstract int EncapsulationBytes { get; }

    /// <summary>
    /// DeriveKeyPair: a key pair from at least <see cref="PrivateKeyBytes"/> bytes that nobody can guess. The same
    /// bytes give the same pair; the caller clears them.
    /// </summary>
    public HpkePrivateKey DeriveKeyPair(ReadOnlySpan<byte> keyMaterial)
    {
        if (keyMaterial.Length < PrivateKeyBytes)
            throw new ArgumentException($"A key pair takes at least {PrivateKeyBytes} bytes.", nameof(keyMaterial));
        var secret = SecretBytes.Allocate(PrivateKeyBytes, out var content);
        DerivePrivateKey(keyMaterial, content);
        return HpkePrivateKey.Of(this, secret);
    }

    /// <summary>
    /// Whether one may encrypt to this key, without trying: its length, and what <see cref="TryEncapsulate"/> would
    /// refuse in its content. For keys that others will have to encrypt to.
    /// </summary>
    public bool IsUsable(HpkePublicKey publicKey)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        return publicKey.Value.Length == PublicKeyBytes && IsSound(publicKey.Value.Span);
    }

    /// <summary>
    /// A fresh shared secret for the owner of <paramref name="publicKey"/>. False if that is no key of this KEM, or
    /// one with which everybody would find the secret.
    /// </summary>
    public bool TryEncapsulate(HpkePublicKey publicKey, IRandomSource random, Span<byte> sharedSecret,
        Span<byte> encapsulation)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        ArgumentNullException.ThrowIfNull(random);
        CheckLengths(sharedSecret, encapsulation);
        return publicKey.Value.Length == PublicKeyBytes
            && Encapsulate(publicKey.Value.Span, random, sharedSecret, encapsulation);
    }

    /// <summary>
    /// The secret that was shared. False if <paramref name="encapsulation"/> is none of this KEM; a wrong one of right
    /// form may as well give a secret that nobody else knows.
    /// </summary>
    public bool TryDecapsulate(HpkePrivateKey privateKey, ReadOnlySpan<byte> encapsulation, Span<byte> sharedSecret)
    {
        ArgumentNullException.ThrowIfNull(privateKey);
        if (privateKey.Kem != this)
            throw new ArgumentException($"The key is one of {privateKey.Kem}, not of {this}.", nameof(privateKey));
        if (sharedSecret.Length != SharedSecretBytes)
            throw new ArgumentException($"A shared secret has {SharedSecretBytes} bytes.", nameof(sharedSecret));
        return encapsulation.Length == EncapsulationBytes && Decapsulate(privateKey, encapsulation, sharedSecret);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private protected abstract bool IsSound(ReadOnlySpan<byte> publicKey);

    internal abstract bool TryPublicKey(ReadOnlySpan<byte> privateKey, Span<byte> publicKey);

    private protected abstract void DerivePrivateKey(ReadOnlySpan<byte> keyMaterial, Span<byte> privateKey);

    private protected abstract bool Encapsulate(ReadOnlySpan<byte> publicKey, IRandomSource random,
        Span<byte> sharedSecret, Span<byte> encapsulation);

    private protected abstract bool Decapsulate(HpkePrivateKey privateKey, ReadOnlySpan<byte> encapsulation,
        Span<byte> sharedSecret);

    private void CheckLengths(Span<byte> sharedSecret, Span<byte> encapsulation)
    {
        if (sharedSecret.Length != SharedSecretBytes)
            throw new ArgumentException($"A shared secret has {SharedSecretBytes} bytes.", nameof(sharedSecret));
        if (encapsulation.Length != EncapsulationBytes)
            throw new ArgumentException($"An encapsulation of {Name} has {EncapsulationBytes} bytes.",
                nameof(encapsulation));
    }
}
