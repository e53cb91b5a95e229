using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// A member who breaks rules: whatever it changes, it signs, tags and encrypts again, so that nothing but the rule
/// under test can refuse the message. It leaves the member's own state as it was.
/// </summary>
internal sealed class Forger(Party party)
{
    internal Party Party => party;

    internal EpochState Epoch => party.Group.State.Epoch;

    internal Ciphersuite Suite => Epoch.Suite;

    internal FramedContent Content(FramedBody body) => new(Epoch.Context.GroupId, Epoch.Context.Epoch,
        new Sender.Member(Epoch.Own), Opaque.CopyOf([1, 2, 3]), body);

    internal Opaque Propose(Proposal proposal) => Encrypt(Content(new FramedBody.Proposed(proposal)));

    /// <summary>Signs and encrypts; a commit gets this tag.</summary>
    internal Opaque Encrypt(FramedContent content, Opaque? tag = null, SignaturePrivateKey? signer = null)
    {
        var signature = Epoch.Framing.SignContent(signer ?? party.Signer, WireFormat.PrivateMessage, content);
        return EncryptRaw(content, Encoded(content, new FramedContentAuthData(signature, tag)));
    }

    /// <summary>Encrypts any bytes in the place of body, proofs and padding.</summary>
    internal Opaque EncryptRaw(FramedContent frame, ReadOnlySpan<byte> plaintext)
    {
        var made = PrivateProtection.Encrypt(
            Epoch.Framing, party.Group.State.Ratchets, frame, plaintext, Padding.None, party.Client.Random)!.Value;
        made.Next.Dispose();
        return made.Message;
    }

    /// <summary>Signs and tags as a member, whoever the content says its sender is.</summary>
    internal PublicMessage Publish(FramedContent content, Opaque? tag = null, SignaturePrivateKey? signer = null)
    {
        var signature = Epoch.Framing.SignContent(signer ?? party.Signer, WireFormat.PublicMessage, content);
        return Tagged(new AuthenticatedContent(
            WireFormat.PublicMessage, content, new FramedContentAuthData(signature, tag)));
    }

    internal PublicMessage Tagged(AuthenticatedContent signed)
    {
        var tagged = new ArrayBufferWriter<byte>();
        FramedContentTbs.WriteWithAuth(new TlsWriter(tagged), signed, Epoch.Framing.EncodedContext.Span);
        return new PublicMessage(signed.Content, signed.Auth,
            signed.Content.Sender is Sender.Member ? Epoch.Secrets.MembershipTag(tagged.WrittenSpan) : null);
    }

    internal static Opaque Wire(PublicMessage message) => TlsCodec.Encode<MlsMessage>(new MlsMessage.Public(message));

    internal static byte[] Encoded(FramedContent content, FramedContentAuthData auth)
    {
        var plaintext = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(plaintext);
        content.Body.Write(writer);
        auth.Write(writer);
        return plaintext.WrittenSpan.ToArray();
    }

    internal static Opaque Flipped(Opaque bytes, int at = 0)
    {
        var changed = bytes.ToArray();
        changed[at] ^= 1;
        return Opaque.CopyOf(changed);
    }
}
