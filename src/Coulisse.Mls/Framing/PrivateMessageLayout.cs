using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Mls.Framing;

/// <summary>
/// Where the parts of a private message stand in its encoding, which is known before anything is encrypted.
/// </summary>
internal readonly struct PrivateMessageLayout
{
    private const int PrefixBytes = 4; // ProtocolVersion and WireFormat of MLSMessage.
    private const int SealedSenderDataBytes = SenderData.Bytes + AeadAlgorithm.TagBytes;

    private readonly int senderDataAadEnd;
    private readonly int contentAadEnd;
    private readonly int ciphertextBytes;

    internal PrivateMessageLayout(FramedContent content, int paddedBytes)
    {
        senderDataAadEnd = PrefixBytes + TlsWriter.VectorBytes(content.GroupId.Value.Length) + sizeof(ulong)
            + sizeof(byte);
        contentAadEnd = senderDataAadEnd + TlsWriter.VectorBytes(content.AuthenticatedData.Length);
        ciphertextBytes = paddedBytes + AeadAlgorithm.TagBytes;
    }

    internal int TotalBytes =>
        contentAadEnd + TlsWriter.VectorBytes(SealedSenderDataBytes) + TlsWriter.VectorBytes(ciphertextBytes);

    internal Span<byte> SenderDataAad(Span<byte> message) => message[PrefixBytes..senderDataAadEnd];

    internal Span<byte> ContentAad(Span<byte> message) => message[PrefixBytes..contentAadEnd];

    internal Span<byte> SealedSenderData(Span<byte> message) =>
        message.Slice(contentAadEnd + TlsWriter.VectorBytes(SealedSenderDataBytes) - SealedSenderDataBytes,
            SealedSenderDataBytes);

    internal Span<byte> Ciphertext(Span<byte> message) => message[^ciphertextBytes..];

    /// <summary>Writes all but what is encrypted: RFC 9420 §6 MLSMessage and §6.3 PrivateMessage.</summary>
    internal void WriteFrame(FramedContent content, Span<byte> message)
    {
        var writer = new ScratchWriter(message); // It fits exactly, so nothing is rented, and nothing to give back.
        writer.WriteUInt16(ProtocolVersion.Mls10.Value);
        writer.WriteUInt16((ushort)WireFormat.PrivateMessage);
        writer.WriteVector(content.GroupId.Value.Span);
        writer.WriteUInt64(content.Epoch.Value);
        writer.WriteUInt8((byte)content.Body.Type);
        writer.WriteVector(content.AuthenticatedData.Span);
        writer.ReserveVector(SealedSenderDataBytes);
        writer.ReserveVector(ciphertextBytes);
    }
}
