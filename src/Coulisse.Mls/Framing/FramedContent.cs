using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>What a sender says, and where it belongs.</summary>
/// <remarks>RFC 9420 §6: <code>
/// struct { opaque group_id&lt;V&gt;; uint64 epoch; Sender sender; opaque authenticated_data&lt;V&gt;;
///          ContentType content_type; select (FramedContent.content_type) { … }; } FramedContent;
/// </code></remarks>
public sealed record FramedContent(
    GroupId GroupId, Epoch Epoch, Sender Sender, Opaque AuthenticatedData, FramedBody Body) : ITlsStruct<FramedContent>
{
    /// <inheritdoc/>
    public static FramedContent Read(ref TlsReader reader) => new( // Arguments are evaluated as written: in RFC order.
        GroupId: GroupId.Read(ref reader),
        Epoch: Epoch.Read(ref reader),
        Sender: Sender.Read(ref reader),
        AuthenticatedData: reader.ReadOpaque(MlsLimits.AuthenticatedDataBytesMax),
        Body: FramedBody.Read(ref reader, reader.ReadContentType()));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        GroupId.Write(writer);
        Epoch.Write(writer);
        Sender.Write(writer);
        writer.WriteVector(AuthenticatedData);
        writer.WriteContentType(Body.Type);
        Body.Write(writer);
    }
}
