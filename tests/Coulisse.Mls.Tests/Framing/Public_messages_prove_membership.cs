using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Framing;

public sealed class Public_messages_prove_membership
{
    [Fact]
    public void Without_the_right_tag_a_members_message_is_refused()
    {
        using var epoch = OneEpoch.Of(Ciphersuite.X25519Aes128Gcm);
        using var other = OneEpoch.Of(Ciphersuite.X25519Aes128Gcm);
        var message = Proposed(epoch);
        Assert.Equal(message.Content, epoch.Framing.Unprotect(message).Content);
        Assert.Equal(MlsErrorCode.FramingMembershipTag, Refusal(other, message));
        Assert.Equal(MlsErrorCode.FramingMembershipTag, Refusal(epoch, message with { MembershipTag = null }));
        Assert.Equal(MlsErrorCode.FramingMembershipTag,
            Refusal(epoch, message with { MembershipTag = Opaque.Zeros(32) }));
        var changed = message.Content with { AuthenticatedData = Opaque.Zeros(1) };
        Assert.Equal(MlsErrorCode.FramingMembershipTag, Refusal(epoch, message with { Content = changed }));
    }

    [Fact]
    public void An_application_message_does_not_travel_in_the_open()
    {
        using var epoch = OneEpoch.Of(Ciphersuite.X25519Aes128Gcm);
        var content = epoch.Says(1, "text"u8);
        var auth = new FramedContentAuthData(
            epoch.Framing.SignContent(epoch.KeyOf(1), WireFormat.PublicMessage, content), ConfirmationTag: null);
        Assert.Equal(MlsErrorCode.FramingApplicationInTheOpen,
            Refusal(epoch, new PublicMessage(content, auth, Opaque.Zeros(32))));
        Assert.Throws<ArgumentException>(() =>
            epoch.Framing.Protect(new AuthenticatedContent(WireFormat.PublicMessage, content, auth)));
    }

    private static PublicMessage Proposed(OneEpoch epoch)
    {
        var content = epoch.Content(1, new FramedBody.Proposed(new Proposal.Remove(new LeafIndex(0))));
        var signature = epoch.Framing.SignContent(epoch.KeyOf(1), WireFormat.PublicMessage, content);
        return epoch.Framing.Protect(
            new AuthenticatedContent(WireFormat.PublicMessage, content, new FramedContentAuthData(signature, null)));
    }

    private static MlsErrorCode Refusal(OneEpoch epoch, PublicMessage message) =>
        Assert.Throws<MlsRejection>(() => epoch.Framing.Unprotect(message)).Error.Code;
}
