using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Group;

/// <summary>Turns a signed content into the bytes that travel, whichever way it was signed for.</summary>
internal static class Outgoing
{
    internal static SecretTreeAfter Protect(
        MlsClient client, GroupState state, AuthenticatedContent content, out Opaque message)
    {
        var framing = state.Epoch.Framing;
        if (content.WireFormat == WireFormat.PublicMessage)
        {
            message = TlsCodec.Encode<MlsMessage>(new MlsMessage.Public(framing.Protect(content)));
            return new SecretTreeAfter(state.Ratchets.Share());
        }
        var made = framing.Protect(state.Ratchets, content, client.Padding, client.Random) ?? throw Exhausted();
        message = made.Message;
        return new SecretTreeAfter(made.Next);
    }

    internal static MlsRejection Exhausted() =>
        new(MlsErrorCode.RatchetExhausted, "9.1", "This member has no key left to write with in this epoch.");
}
