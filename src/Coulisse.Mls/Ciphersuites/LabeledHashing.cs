using System.Buffers.Binary;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Kdf;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Mls.Ciphersuites;

/// <summary>What is derived and referred to by hash: RFC 9420 §5.2, §8 and §9.</summary>
public static class LabeledHashing
{
    private const int UsualInputBytes = 512;

    private static ReadOnlySpan<byte> Prefix => "MLS 1.0 "u8;

    /// <summary>RFC 9420 §5.2: MakeKeyPackageRef, of an encoded KeyPackage.</summary>
    public static Opaque MakeKeyPackageRef(this Ciphersuite suite, ReadOnlySpan<byte> keyPackage) =>
        suite.RefHash("MLS 1.0 KeyPackage Reference"u8, keyPackage);

    /// <summary>
    /// RFC 9420 §5.2: MakeProposalRef, of the encoded AuthenticatedContent that carries the proposal.
    /// </summary>
    public static Opaque MakeProposalRef(this Ciphersuite suite, ReadOnlySpan<byte> authenticatedContent) =>
        suite.RefHash("MLS 1.0 Proposal Reference"u8, authenticatedContent);

    /// <summary>RFC 9420 §5.2: <code>
    /// struct { opaque label&lt;V&gt;; opaque value&lt;V&gt;; } RefHashInput;
    /// </code></summary>
    public static Opaque RefHash(this Ciphersuite suite, ReadOnlySpan<byte> label, ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var input = new ScratchWriter(stackalloc byte[UsualInputBytes]);
        try
        {
            input.WriteVector(label);
            input.WriteVector(value);
            var hash = new byte[suite.Hash.HashBytes];
            suite.Hash.Hash(input.Written, hash);
            return Opaque.Owning(hash);
        }
        finally
        {
            input.Dispose();
        }
    }

    /// <summary>
    /// RFC 9420 §8, filling the whole of <paramref name="output"/>:
    /// <code>struct { uint16 length; opaque label&lt;V&gt;; opaque context&lt;V&gt;; } KDFLabel;</code>
    /// </summary>
    public static void ExpandWithLabel(this Ciphersuite suite, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label,
        ReadOnlySpan<byte> context, Span<byte> output)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var input = new ScratchWriter(stackalloc byte[UsualInputBytes]);
        try
        {
            input.WriteUInt16((ushort)output.Length);
            input.WriteVector(Prefix, label);
            input.WriteVector(context);
            suite.Hash.Expand(secret, input.Written, output);
        }
        finally
        {
            input.Dispose();
        }
    }

    /// <summary>ExpandWithLabel into a secret of KDF.Nh bytes.</summary>
    public static SecretBytes ExpandWithLabel(this Ciphersuite suite, ReadOnlySpan<byte> secret,
        ReadOnlySpan<byte> label, ReadOnlySpan<byte> context)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var derived = SecretBytes.Allocate(suite.Hash.HashBytes, out var content);
        suite.ExpandWithLabel(secret, label, context, content);
        return derived;
    }

    /// <summary>RFC 9420 §8: DeriveSecret(Secret, Label) = ExpandWithLabel(Secret, Label, "", KDF.Nh).</summary>
    public static SecretBytes DeriveSecret(this Ciphersuite suite, ReadOnlySpan<byte> secret,
        ReadOnlySpan<byte> label) =>
        suite.ExpandWithLabel(secret, label, context: default);

    /// <summary>RFC 9420 §9.1: DeriveTreeSecret(Secret, Label, Generation, Length), filling the output.</summary>
    public static void DeriveTreeSecret(this Ciphersuite suite, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label,
        uint generation, Span<byte> output)
    {
        Span<byte> context = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(context, generation);
        suite.ExpandWithLabel(secret, label, context, output);
    }

    /// <summary>KDF.Extract into a secret of KDF.Nh bytes.</summary>
    internal static SecretBytes Extract(this Ciphersuite suite, ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> keyMaterial)
    {
        var extracted = SecretBytes.Allocate(suite.Hash.HashBytes, out var content);
        suite.Hash.Extract(salt, keyMaterial, content);
        return extracted;
    }

    /// <summary>MAC(key, content): HMAC with the suite's hash.</summary>
    internal static Opaque Mac(this Ciphersuite suite, SecretBytes key, ReadOnlySpan<byte> content)
    {
        var mac = new byte[suite.Hash.HashBytes];
        suite.Hash.Hmac(key.Reveal(), content, mac);
        return Opaque.Owning(mac);
    }

    /// <summary>Compares in constant time; false too for a MAC of another length.</summary>
    internal static bool VerifyMac(this Ciphersuite suite, SecretBytes key, ReadOnlySpan<byte> content,
        ReadOnlySpan<byte> mac)
    {
        Span<byte> expected = stackalloc byte[HashFunction.HashBytesMax];
        expected = expected[..suite.Hash.HashBytes];
        suite.Hash.Hmac(key.Reveal(), content, expected);
        return CryptographicOperations.FixedTimeEquals(expected, mac);
    }
}
