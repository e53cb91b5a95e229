using System.Buffers.Binary;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Framing;

/// <summary>Encrypted messages, on the way in: RFC 9420 §6.3. What is wrong is an <see cref="MlsRejection"/>.</summary>
/// <remarks>
/// Nothing that fails moves a ratchet: the caller has the next state only with a message that is whole.
/// </remarks>
internal static class PrivateOpening
{
    /// <summary>
    /// Who sent the message, as the sender says; true only once the content opens and its signature holds.
    /// </summary>
    internal static SenderData OpenSenderData(this EpochFraming epoch, PrivateMessage message)
    {
        var sealedData = message.EncryptedSenderData.Span;
        Span<byte> opened = stackalloc byte[SenderData.Bytes];
        var key = new MessageKey(stackalloc byte[MessageKey.BytesMax], epoch.Suite);
        using var associated = ScratchBuffer.Take();
        try
        {
            message.WriteSenderDataAad(new TlsWriter(associated));
            SenderDataKey.Derive(epoch.Suite, epoch.Secrets.SenderData, message.Ciphertext.Span, key.Key, key.Nonce);
            if (sealedData.Length != SenderData.Bytes + AeadAlgorithm.TagBytes
                || !epoch.Suite.Aead.TryOpen(key.Key, key.Nonce, associated.Written, sealedData, opened))
                throw Undecryptable();
            var reader = new TlsReader(opened);
            return SenderData.Read(ref reader);
        }
        finally
        {
            key.Dispose();
        }
    }

    /// <summary>The content, decrypted and verified, with the ratchets after it.</summary>
    internal static OpenedMessage Open(this EpochFraming epoch, SecretTree ratchets, PrivateMessage message,
        SenderData sender, IMemberKeys members)
    {
        if (!members.TryGetSignatureKey(sender.Leaf, out var signatureKey)) // RFC 9420 §6.3.2
            throw new MlsRejection(MlsErrorCode.FramingSenderNotMember, "6.3.2", "The sender is no member.");
        var next = Decrypt(epoch, ratchets, message, sender, out var content);
        if (epoch.VerifyContent(signatureKey, content))
            return new OpenedMessage(content, next);
        next.Dispose();
        throw new MlsRejection(MlsErrorCode.FramingSignature, "6.1", "The sender's signature does not hold.");
    }

    private static SecretTree Decrypt(EpochFraming epoch, SecretTree ratchets, PrivateMessage message,
        SenderData sender, out AuthenticatedContent content)
    {
        var key = new MessageKey(stackalloc byte[MessageKey.BytesMax], epoch.Suite);
        SecretTree? next = null;
        try
        {
            var kind = RatchetKinds.Of(message.ContentType);
            var answer = ratchets.DrawAt(sender.Leaf, kind, sender.Generation, key.Key, key.Nonce, out next);
            if (answer != RatchetAnswer.Drawn)
                throw Refused(answer);
            Span<byte> guard = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(guard, sender.ReuseGuard);
            key.Guard(guard);
            content = Read(epoch, message, sender.Leaf, key);
            (var drawn, next) = (next!, null);
            return drawn;
        }
        finally
        {
            next?.Dispose();
            key.Dispose();
        }
    }

    private static AuthenticatedContent Read(EpochFraming epoch, PrivateMessage message, LeafIndex sender,
        MessageKey key)
    {
        using var scratch = ScratchBuffer.Take();
        message.WriteContentAad(new TlsWriter(scratch));
        var associatedBytes = scratch.Written.Length;
        var plaintextBytes = Math.Max(0, message.Ciphertext.Length - AeadAlgorithm.TagBytes);
        var plaintext = scratch.GetSpan(plaintextBytes)[..plaintextBytes];
        scratch.Advance(plaintextBytes);
        if (!epoch.Suite.Aead.TryOpen(key.Key, key.Nonce, scratch.Written[..associatedBytes], message.Ciphertext.Span,
                plaintext))
            throw Undecryptable();
        var inner = PrivateMessageContent.Read(plaintext, message.ContentType);
        return new AuthenticatedContent(WireFormat.PrivateMessage,
            new FramedContent(message.GroupId, message.Epoch, new Sender.Member(sender), message.AuthenticatedData,
                inner.Body), inner.Auth);
    }

    /// <summary>One answer for every failure of a decryption.</summary>
    private static MlsRejection Undecryptable() =>
        new(MlsErrorCode.FramingUndecryptable, "6.3", "The message does not decrypt.");

    private static MlsRejection Refused(RatchetAnswer answer) => answer switch
    {
        RatchetAnswer.Replayed => new(MlsErrorCode.RatchetReplay, "9.1", "The message was read before."),
        RatchetAnswer.TooOld => new(MlsErrorCode.RatchetTooOld, "9.2",
            "The message's key was dropped: too many later messages had come before it."),
        RatchetAnswer.TooFarAhead => new(MlsErrorCode.RatchetTooFarAhead, "9.2",
            $"The message is more than {SecretTree.GenerationsAheadMax} ahead of the last one of its sender."),
        RatchetAnswer.NoSuchLeaf => new(MlsErrorCode.FramingSenderNotMember, "6.3.2", "The sender is no member."),
        _ => Undecryptable(),
    };
}
