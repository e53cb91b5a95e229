using System.Buffers;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// Opens the sender data of an encrypted message, changes it, and seals it again with its own key: the content stays
/// encrypted as it was.
/// </summary>
internal static class ForgedSenderData
{
    internal static PrivateMessage Decoded(Opaque message) =>
        ((MlsMessage.Private)TlsCodec.Decode<MlsMessage>(message.Span)).Message;

    internal static Opaque Wire(PrivateMessage message) => TlsCodec.Encode<MlsMessage>(new MlsMessage.Private(message));

    internal static SenderData Open(Forger forger, PrivateMessage message) =>
        forger.Epoch.Framing.OpenSenderData(message);

    /// <summary>The message with these bytes for its sender data, whatever they are.</summary>
    internal static PrivateMessage Seal(Forger forger, PrivateMessage message, Opaque senderData)
    {
        var key = new MessageKey(stackalloc byte[MessageKey.BytesMax], forger.Suite);
        SenderDataKey.Derive(
            forger.Suite, forger.Epoch.Secrets.SenderData, message.Ciphertext.Span, key.Key, key.Nonce);
        var associated = new ArrayBufferWriter<byte>();
        message.WriteSenderDataAad(new TlsWriter(associated));
        var sealedData = new byte[senderData.Length + AeadAlgorithm.TagBytes];
        forger.Suite.Aead.Seal(key.Key, key.Nonce, associated.WrittenSpan, senderData.Span, sealedData);
        key.Dispose();
        return message with { EncryptedSenderData = Opaque.Owning(sealedData) };
    }
}
