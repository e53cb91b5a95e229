using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Framing;

/// <summary>The sender's signature over a content: RFC 9420 §6.1.</summary>
public static class ContentSigning
{
    private static ReadOnlySpan<byte> Label => "FramedContentTBS"u8;

    /// <summary>SignWithLabel(., "FramedContentTBS", FramedContentTBS).</summary>
    public static Opaque SignContent(this EpochFraming epoch, SignaturePrivateKey key, WireFormat format,
        FramedContent content)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        ArgumentNullException.ThrowIfNull(content);
        using var signed = ScratchBuffer.Take();
        FramedContentTbs.Write(new TlsWriter(signed), format, content, epoch.EncodedContext.Span);
        return epoch.Suite.SignWithLabel(key, Label, signed.Written);
    }

    /// <summary>
    /// Whether the signature is that of <paramref name="publicKey"/> over this content in this epoch.
    /// </summary>
    public static bool VerifyContent(this EpochFraming epoch, Opaque publicKey, AuthenticatedContent content)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        ArgumentNullException.ThrowIfNull(content);
        using var signed = ScratchBuffer.Take();
        FramedContentTbs.Write(new TlsWriter(signed), content.WireFormat, content.Content, epoch.EncodedContext.Span);
        return epoch.Suite.VerifyWithLabel(publicKey, Label, signed.Written, content.Auth.Signature);
    }
}
