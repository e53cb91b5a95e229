using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>A handshake or application message as it travels: encrypted, its sender hidden.</summary>
/// <remarks>RFC 9420 §6.3: <code>
/// struct { opaque group_id&lt;V&gt;; uint64 epoch; ContentType content_type;
///          opaque authenticated_data&lt;V&gt;; opaque encrypted_sender_data&lt;V&gt;; opaque ciphertext&lt;V&gt;; }
/// </code></remarks>
public sealed record PrivateMessage(
    GroupId GroupId, Epoch Epoch, ContentType ContentType,
    Opaque AuthenticatedData, Opaque EncryptedSenderData, Opaque Ciphertext) : ITlsStruct<PrivateMessage>
{
    /// <inheritdoc/>
    public static PrivateMessage Read(ref TlsReader reader) => new(
        GroupId: GroupId.Read(ref reader),
        Epoch: Epoch.Read(ref reader),
        ContentType: reader.ReadContentType(),
        AuthenticatedData: reader.ReadOpaque(MlsLimits.AuthenticatedDataBytesMax),
        EncryptedSenderData: reader.ReadOpaque(MlsLimits.SenderDataBytesMax),
        Ciphertext: reader.ReadOpaque(MlsLimits.CiphertextBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        WriteHead(writer);
        writer.WriteVector(AuthenticatedData);
        writer.WriteVector(EncryptedSenderData);
        writer.WriteVector(Ciphertext);
    }

    /// <summary>
    /// Appends what the content's encryption authenticates: RFC 9420 §6.3.1, PrivateContentAAD.
    /// </summary>
    public void WriteContentAad(TlsWriter writer)
    {
        WriteHead(writer);
        writer.WriteVector(AuthenticatedData);
    }

    /// <summary>Appends what the sender data's encryption authenticates: RFC 9420 §6.3.2, SenderDataAAD.</summary>
    public void WriteSenderDataAad(TlsWriter writer) => WriteHead(writer);

    private void WriteHead(TlsWriter writer)
    {
        GroupId.Write(writer);
        Epoch.Write(writer);
        writer.WriteContentType(ContentType);
    }
}
