using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Framing;

/// <summary>Messages in the open, with proof that a member sent them: RFC 9420 §6.2.</summary>
public static class PublicProtection
{
    /// <summary>The message of a signed content; a member's gets the membership tag.</summary>
    public static PublicMessage Protect(this EpochFraming epoch, AuthenticatedContent content)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        ArgumentNullException.ThrowIfNull(content);
        if (content.WireFormat != WireFormat.PublicMessage || content.Content.Body.Type == ContentType.Application)
            throw new ArgumentException("Only a handshake content signed for the open travels so.", nameof(content));
        if (content.Content.Sender is not Sender.Member)
            return new PublicMessage(content.Content, content.Auth, MembershipTag: null);
        using var tagged = ScratchBuffer.Take();
        FramedContentTbs.WriteWithAuth(new TlsWriter(tagged), content, epoch.EncodedContext.Span);
        return new PublicMessage(content.Content, content.Auth, epoch.Secrets.MembershipTag(tagged.Written));
    }

    /// <summary>
    /// The content of a message that claims to be of this epoch; its signature is still to be verified, with
    /// <see cref="ContentSigning.VerifyContent"/> and the key of its sender.
    /// </summary>
    internal static AuthenticatedContent Unprotect(this EpochFraming epoch, PublicMessage message)
    {
        var content = new AuthenticatedContent(WireFormat.PublicMessage, message.Content, message.Auth);
        if (message.Content.Body.Type == ContentType.Application)
            throw new MlsRejection(MlsErrorCode.FramingApplicationInTheOpen, "6",
                "An application message came unencrypted.");
        if (message.Content.Sender is not Sender.Member)
            return content;
        using var tagged = ScratchBuffer.Take();
        FramedContentTbs.WriteWithAuth(new TlsWriter(tagged), content, epoch.EncodedContext.Span);
        if (message.MembershipTag is { } tag && epoch.Secrets.VerifyMembershipTag(tagged.Written, tag.Span))
            return content;
        throw new MlsRejection(MlsErrorCode.FramingMembershipTag, "6.2",
            "The proof that a member of the group sent the message does not hold.");
    }
}
