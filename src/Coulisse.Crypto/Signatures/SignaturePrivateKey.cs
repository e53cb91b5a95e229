using System.Buffers;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Native;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Signatures;

/// <summary>An Ed25519 private key, held as its 32-byte seed and libsodium's expanded form; wiped on Dispose.</summary>
public sealed class SignaturePrivateKey : IDisposable
{
    /// <summary>The length of the seed, which is all that needs keeping (RFC 8032 §5.1.5).</summary>
    public const int SeedBytes = 32;

    private const int ExpandedBytes = 64;

    private readonly SecretBytes expanded;

    private SignaturePrivateKey(SecretBytes expanded, SignaturePublicKey publicKey)
    {
        this.expanded = expanded;
        PublicKey = publicKey;
    }

    /// <summary>The public half.</summary>
    public SignaturePublicKey PublicKey { get; }

    /// <summary>A fresh key.</summary>
    public static SignaturePrivateKey Generate(IRandomSource random)
    {
        using var seed = SecretBytes.Random(SeedBytes, random);
        return FromSeed(seed.Reveal());
    }

    /// <summary>
    /// The key of a seed of exactly <see cref="SeedBytes"/> bytes; the caller keeps and clears the seed.
    /// </summary>
    public static SignaturePrivateKey FromSeed(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedBytes)
            throw new ArgumentException($"A seed has {SeedBytes} bytes.", nameof(seed));
        Sodium.Ready();
        Span<byte> publicKey = stackalloc byte[SignaturePublicKey.KeyBytes];
        Span<byte> secret = stackalloc byte[ExpandedBytes];
        try
        {
            if (Sodium.crypto_sign_seed_keypair(publicKey, secret, seed) != 0)
                throw new CryptographicException("libsodium made no key pair from a seed.");
            return new SignaturePrivateKey(SecretBytes.CopyOf(secret),
                SignaturePublicKey.From(Opaque.CopyOf(publicKey))!);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>A copy of the seed, for the file that keeps it; the caller disposes it.</summary>
    public SecretBytes CopySeed() => SecretBytes.CopyOf(expanded.Reveal()[..SeedBytes]);

    /// <summary>Signs exactly <paramref name="message"/>; deterministic (RFC 8032 §5.1.6).</summary>
    public Opaque Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[SignaturePublicKey.SignatureBytes];
        Sign(message, signature);
        return Opaque.Owning(signature);
    }

    /// <summary>
    /// The same, into <paramref name="signature"/> of <see cref="SignaturePublicKey.SignatureBytes"/>.
    /// </summary>
    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
    {
        if (signature.Length != SignaturePublicKey.SignatureBytes)
            throw new ArgumentException($"A signature has {SignaturePublicKey.SignatureBytes} bytes.",
                nameof(signature));
        if (Sodium.crypto_sign_detached(signature, 0, message, (ulong)message.Length, expanded.Reveal()) != 0)
            throw new CryptographicException("libsodium made no signature.");
    }

    /// <summary>RFC 9420 §5.1.2 SignWithLabel, with a label of ours.</summary>
    public Opaque SignWithLabel(SignatureLabel label, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(label);
        var signed = new ArrayBufferWriter<byte>(label.Bytes.Length + content.Length + SignContent.OverheadBytesMax);
        SignContent.Write(signed, label, content);
        return Sign(signed.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => expanded.Dispose();

    /// <summary>The public half, never the private one.</summary>
    public override string ToString() => $"private key of {PublicKey}";
}
