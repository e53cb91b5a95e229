using System.Buffers.Binary;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Ratchets;

namespace Coulisse.Mls.Framing;

/// <summary>Encrypted messages, on the way out: RFC 9420 §6.3.</summary>
/// <remarks>
/// The encoded MLSMessage is laid out once, in the array that is returned, and encrypted where it stands:
/// <code>
/// version wire_format | group_id epoch content_type | authenticated_data | encrypted_sender_data | ciphertext
///                     '------ SenderDataAAD --------'                                                ^
///                     '------------ PrivateContentAAD ---------------'    body auth padding is encrypted here
/// </code>
/// </remarks>
public static class PrivateProtection
{
    /// <summary>
    /// The message of a signed content of this member's. Null when this member's ratchet gave all its keys.
    /// </summary>
    public static ProtectedMessage? Protect(this EpochFraming epoch, SecretTree ratchets, AuthenticatedContent content,
        Padding padding, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        ArgumentNullException.ThrowIfNull(content);
        if (content.WireFormat != WireFormat.PrivateMessage || content.Content.Sender is not Sender.Member)
            throw new ArgumentException("Only a member's content signed for encryption is encrypted.", nameof(content));
        using var plaintext = ScratchBuffer.Take();
        var writer = new TlsWriter(plaintext);
        content.Content.Body.Write(writer);
        content.Auth.Write(writer);
        return Encrypt(epoch, ratchets, content.Content, plaintext.Written, padding, random);
    }

    /// <summary>Signs a content that is no commit, and encrypts it.</summary>
    public static ProtectedMessage? SignAndProtect(this EpochFraming epoch, SecretTree ratchets,
        SignaturePrivateKey key, FramedContent content, Padding padding, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Body.Type == ContentType.Commit || content.Sender is not Sender.Member)
            throw new ArgumentException("A commit needs its confirmation tag first.", nameof(content));
        Span<byte> signature = stackalloc byte[SignaturePublicKey.SignatureBytes];
        using var scratch = ScratchBuffer.Take();
        var writer = new TlsWriter(scratch);
        FramedContentTbs.Write(writer, WireFormat.PrivateMessage, content, epoch.EncodedContext.Span);
        epoch.Suite.SignWithLabel(key, "FramedContentTBS"u8, scratch.Written, signature);
        var signed = scratch.Written.Length;
        content.Body.Write(writer);
        writer.WriteVector(signature);
        return Encrypt(epoch, ratchets, content, scratch.Written[signed..], padding, random);
    }

    /// <summary>Encrypts an encoded body with its proofs, whatever they are; the content gives the frame.</summary>
    internal static ProtectedMessage? Encrypt(EpochFraming epoch, SecretTree ratchets, FramedContent content,
        ReadOnlySpan<byte> plaintext, Padding padding, IRandomSource random)
    {
        var leaf = ((Sender.Member)content.Sender).Leaf;
        var kind = RatchetKinds.Of(content.Body.Type);
        var key = new MessageKey(stackalloc byte[MessageKey.BytesMax], epoch.Suite);
        try
        {
            if (ratchets.DrawNext(leaf, kind, key.Key, key.Nonce, out var generation, out var next)
                != RatchetAnswer.Drawn)
                return null;
            Span<byte> senderData = stackalloc byte[SenderData.Bytes];
            BinaryPrimitives.WriteUInt32BigEndian(senderData, leaf.Value);
            BinaryPrimitives.WriteUInt32BigEndian(senderData[4..], generation);
            random.Fill(senderData[8..]);
            key.Guard(senderData[8..]);
            var padded = padding.LengthOf(plaintext.Length);
            var layout = new PrivateMessageLayout(content, padded);
            var message = new byte[layout.TotalBytes];
            layout.WriteFrame(content, message);
            plaintext.CopyTo(layout.Ciphertext(message)); // What follows is zero already: the padding.
            SealInPlace(epoch, layout, senderData, key, message);
            return new ProtectedMessage(Opaque.Owning(message), next!);
        }
        finally
        {
            key.Dispose();
        }
    }

    /// <summary>
    /// First the content, then the sender data, whose key comes from a sample of the content's ciphertext.
    /// </summary>
    private static void SealInPlace(EpochFraming epoch, PrivateMessageLayout layout, ReadOnlySpan<byte> senderData,
        MessageKey key, Span<byte> message)
    {
        var ciphertext = layout.Ciphertext(message);
        epoch.Suite.Aead.Seal(key.Key, key.Nonce, layout.ContentAad(message), ciphertext[..^AeadAlgorithm.TagBytes],
            ciphertext);
        SenderDataKey.Derive(epoch.Suite, epoch.Secrets.SenderData, ciphertext, key.Key, key.Nonce);
        epoch.Suite.Aead.Seal(key.Key, key.Nonce, layout.SenderDataAad(message), senderData,
            layout.SealedSenderData(message));
    }
}
