using Coulisse.Crypto.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>What a content's signature and membership tag cover.</summary>
/// <remarks>RFC 9420 §6.1, §6.2: <code>
/// struct { ProtocolVersion version = mls10; WireFormat wire_format; FramedContent content;
///          select (sender_type) { case member: case new_member_commit: GroupContext context; … }; } FramedContentTBS;
/// struct { FramedContentTBS content_tbs; FramedContentAuthData auth; } AuthenticatedContentTBM;
/// </code></remarks>
public static class FramedContentTbs
{
    /// <summary>Appends what is signed; <paramref name="context"/> is the encoded group context of its epoch.</summary>
    public static void Write(
        TlsWriter writer, WireFormat format, FramedContent content, ReadOnlySpan<byte> context)
    {
        ProtocolVersion.Mls10.Write(writer);
        writer.WriteWireFormat(format);
        content.Write(writer);
        if (content.Sender is Sender.Member or Sender.NewMemberCommit)
            writer.WriteFixed(context);
    }

    /// <summary>Appends what the membership tag is computed over.</summary>
    public static void WriteWithAuth(TlsWriter writer, AuthenticatedContent content, ReadOnlySpan<byte> context)
    {
        Write(writer, content.WireFormat, content.Content, context);
        content.Auth.Write(writer);
    }
}
