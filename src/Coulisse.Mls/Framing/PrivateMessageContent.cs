using Coulisse.Crypto.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>What a private message encrypts: a body, its proofs, and zeros that hide its length.</summary>
/// <remarks>RFC 9420 §6.3.1: <code>
/// struct { select (PrivateMessage.content_type) { … }; FramedContentAuthData auth; opaque padding[length]; }
/// </code></remarks>
public sealed record PrivateMessageContent(FramedBody Body, FramedContentAuthData Auth)
{
    /// <summary>Reads all of <paramref name="bytes"/>; padding that is not zero is refused.</summary>
    public static PrivateMessageContent Read(ReadOnlySpan<byte> bytes, ContentType type)
    {
        var reader = new TlsReader(bytes);
        var content = new PrivateMessageContent(
            Body: FramedBody.Read(ref reader, type),
            Auth: FramedContentAuthData.Read(ref reader, type));
        if (bytes[reader.Position..].ContainsAnyExcept((byte)0)) // RFC 9420 §6.3.1: receivers MUST check the padding.
            throw reader.Refuse(DecodeCode.BadContent, "The padding holds something else than zeros.");
        return content;
    }

    /// <summary>Appends body and proofs; the padding is the caller's.</summary>
    public void Write(TlsWriter writer)
    {
        Body.Write(writer);
        Auth.Write(writer);
    }
}
