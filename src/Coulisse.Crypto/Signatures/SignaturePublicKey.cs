using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Native;

namespace Coulisse.Crypto.Signatures;

/// <summary>
/// An Ed25519 public key: 32 bytes (RFC 8032 §5.1.5). That a value exists does not mean the point is valid; verifying
/// says so.
/// </summary>
public sealed record SignaturePublicKey
{
    /// <summary>The length of a public key.</summary>
    public const int KeyBytes = 32;

    /// <summary>The length of a signature.</summary>
    public const int SignatureBytes = 64;

    private SignaturePublicKey(Opaque value) => Value = value;

    /// <summary>The key's bytes.</summary>
    public Opaque Value { get; }

    /// <summary>A key of exactly <see cref="KeyBytes"/> bytes, else null.</summary>
    public static SignaturePublicKey? From(Opaque value) =>
        value.Length == KeyBytes ? new SignaturePublicKey(value) : null;

    /// <summary>
    /// Whether <paramref name="signature"/> is this key's over exactly <paramref name="message"/>. Strict: a
    /// non-canonical
    /// number, a key or a point of small order is false (libsodium's rules). A signature of another length is false.
    /// </summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Verify(Value.Span, message, signature);

    /// <summary>The same for a key as it was received: false too for one of another length.</summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeyBytes || signature.Length != SignatureBytes)
            return false;
        Sodium.Ready();
        return Sodium.crypto_sign_verify_detached(signature, message, (ulong)message.Length, publicKey) == 0;
    }

    /// <summary>RFC 9420 §5.1.2 VerifyWithLabel, with a label of ours.</summary>
    public bool VerifyWithLabel(SignatureLabel label, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(label);
        var signed = new ArrayBufferWriter<byte>(label.Bytes.Length + content.Length + SignContent.OverheadBytesMax);
        SignContent.Write(signed, label, content);
        return Verify(signed.WrittenSpan, signature);
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
