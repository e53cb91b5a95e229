using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>A content with its proofs, whichever way it travelled; a proposal's reference is this one's hash.</summary>
/// <remarks>RFC 9420 §6: <code>
/// struct { WireFormat wire_format; FramedContent content; FramedContentAuthData auth; } AuthenticatedContent;
/// </code></remarks>
public sealed record AuthenticatedContent(WireFormat WireFormat, FramedContent Content, FramedContentAuthData Auth)
    : ITlsStruct<AuthenticatedContent>
{
    /// <inheritdoc/>
    public static AuthenticatedContent Read(ref TlsReader reader)
    {
        var format = reader.ReadWireFormat();
        var content = FramedContent.Read(ref reader);
        return new(format, content, FramedContentAuthData.Read(ref reader, content.Body.Type));
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteWireFormat(WireFormat);
        Content.Write(writer);
        Auth.Write(writer);
    }
}
