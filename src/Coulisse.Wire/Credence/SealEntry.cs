using System.Buffers;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Wire.Credence;

/// <summary>A link of a seal's chain whose signature was verified: no value of this type exists otherwise.</summary>
/// <remarks><code>struct { SealEntryContent content; opaque signature[64]; } SealEntry;</code></remarks>
public sealed record SealEntry
{
    /// <summary>The longest encoding, in bytes.</summary>
    public const int BytesMax = 512;

    private SealEntry(SealEntryContent content, Opaque signature)
    {
        Content = content;
        Signature = signature;
    }

    /// <summary>What was signed.</summary>
    public SealEntryContent Content { get; }

    /// <summary>Ed25519, 64 bytes, under the label of the content's kind.</summary>
    public Opaque Signature { get; }

    /// <summary>The content with its signature, if it is the named key's; else null.</summary>
    public static SealEntry? Verified(SealEntryContent content, Opaque signature)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.IsWellFormed
            && content.Key.Key.VerifyWithLabel(content.Label, content.Encode().Span, signature.Span)
            ? new SealEntry(content, signature)
            : null;
    }

    /// <summary>Reads one entry and verifies its signature.</summary>
    /// <exception cref="DecodeException">The bytes are no entry, or not the named key's.</exception>
    public static SealEntry Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new TlsReader(bytes);
        var content = SealEntryContent.Read(ref reader);
        var signature = Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.SignatureBytes));
        reader.End();
        return Verified(content, signature)
            ?? throw new DecodeException(DecodeCode.BadContent, 0, "An entry's signature is not its seal's.");
    }

    /// <summary>Its encoding.</summary>
    public Opaque Encode()
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        Content.Write(writer);
        writer.WriteFixed(Signature.Span);
        return Opaque.CopyOf(bytes.WrittenSpan);
    }

    /// <summary>What the next entry names as its previous: SHA-256 of the encoding, signature included.</summary>
    public Opaque Hash() => Opaque.CopyOf(SHA256.HashData(Encode().Span));

    internal static SealEntry Sign(SealEntryContent content, SignaturePrivateKey key)
    {
        if (!content.IsWellFormed)
            throw new ArgumentException("An entry to be signed breaks the rules of its fields.", nameof(content));
        return new SealEntry(content, key.SignWithLabel(content.Label, content.Encode().Span));
    }
}
