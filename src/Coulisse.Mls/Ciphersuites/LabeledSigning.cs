using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Mls.Ciphersuites;

/// <summary>
/// SignWithLabel and VerifyWithLabel of RFC 9420 §5.1.2:
/// <code>struct { opaque label&lt;V&gt;; opaque content&lt;V&gt;; } SignContent;</code>
/// </summary>
public static class LabeledSigning
{
    private const int UsualContentBytes = 1024;

    private static ReadOnlySpan<byte> Prefix => "MLS 1.0 "u8;

    /// <summary>The signature over <paramref name="content"/> for the purpose that the label names.</summary>
    public static Opaque SignWithLabel(this Ciphersuite suite, SignaturePrivateKey key, ReadOnlySpan<byte> label,
        ReadOnlySpan<byte> content)
    {
        var signature = new byte[SignaturePublicKey.SignatureBytes];
        suite.SignWithLabel(key, label, content, signature);
        return Opaque.Owning(signature);
    }

    /// <summary>The same, into <paramref name="signature"/>.</summary>
    public static void SignWithLabel(this Ciphersuite suite, SignaturePrivateKey key, ReadOnlySpan<byte> label,
        ReadOnlySpan<byte> content, Span<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(key);
        var signed = new ScratchWriter(stackalloc byte[UsualContentBytes]);
        try
        {
            signed.WriteVector(Prefix, label);
            signed.WriteVector(content);
            key.Sign(signed.Written, signature);
        }
        finally
        {
            signed.Dispose();
        }
    }

    /// <summary>Whether the signature is the key's, over this content and for this purpose.</summary>
    public static bool VerifyWithLabel(this Ciphersuite suite, SignaturePublicKey key, ReadOnlySpan<byte> label,
        ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(key);
        var signed = new ScratchWriter(stackalloc byte[UsualContentBytes]);
        try
        {
            signed.WriteVector(Prefix, label);
            signed.WriteVector(content);
            return key.Verify(signed.Written, signature);
        }
        finally
        {
            signed.Dispose();
        }
    }
}
