using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>A content's signature and, for a commit and for nothing else, its confirmation tag.</summary>
/// <remarks>RFC 9420 §6.1: <code>
/// struct { opaque signature&lt;V&gt;; select (FramedContent.content_type) { case commit: MAC confirmation_tag;
///          case application: case proposal: struct{}; }; } FramedContentAuthData;
/// </code></remarks>
public sealed record FramedContentAuthData(Opaque Signature, Opaque? ConfirmationTag)
{
    /// <summary>Reads what belongs to a content of this <paramref name="type"/>.</summary>
    public static FramedContentAuthData Read(ref TlsReader reader, ContentType type) => new(
        Signature: reader.ReadOpaque(MlsLimits.SignatureBytesMax),
        ConfirmationTag: type == ContentType.Commit ? reader.ReadOpaque(MlsLimits.HashBytesMax) : null);

    /// <summary>Appends both; the tag only if there is one.</summary>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(Signature);
        if (ConfirmationTag is { } tag)
            writer.WriteVector(tag);
    }
}
