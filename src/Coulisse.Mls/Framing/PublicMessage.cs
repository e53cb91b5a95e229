using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>A content in the open, with proof that its sender is a member.</summary>
/// <remarks>RFC 9420 §6.2: <code>
/// struct { FramedContent content; FramedContentAuthData auth; select (PublicMessage.content.sender.sender_type) {
///          case member: MAC membership_tag; … }; } PublicMessage;
/// </code></remarks>
public sealed record PublicMessage(FramedContent Content, FramedContentAuthData Auth, Opaque? MembershipTag)
    : ITlsStruct<PublicMessage>
{
    /// <inheritdoc/>
    public static PublicMessage Read(ref TlsReader reader)
    {
        var content = FramedContent.Read(ref reader);
        return new(
            Content: content,
            Auth: FramedContentAuthData.Read(ref reader, content.Body.Type),
            MembershipTag: content.Sender is Sender.Member ? reader.ReadOpaque(MlsLimits.HashBytesMax) : null);
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Content.Write(writer);
        Auth.Write(writer);
        if (MembershipTag is { } tag)
            writer.WriteVector(tag);
    }
}
