using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Schedule;

namespace Coulisse.Mls.Framing;

/// <summary>
/// What protecting and opening the messages of one epoch takes beside the ratchets: the suite, the epoch's secrets, and
/// the encoded group context that signatures cover. It owns nothing; whoever holds the epoch disposes its secrets.
/// </summary>
/// <remarks>
/// The path of a message (RFC 9420 §6):
/// <code>
/// FramedContent --sign--> AuthenticatedContent --membership tag--> PublicMessage
///               (ContentSigning)               (PublicProtection)
///                                              --encrypt twice---> PrivateMessage
///                                              (PrivateProtection; back: PrivateOpening)
/// </code>
/// </remarks>
public sealed class EpochFraming
{
    /// <summary>For one epoch; <paramref name="context"/> and <paramref name="encodedContext"/> are the same.</summary>
    public EpochFraming(Ciphersuite suite, GroupContext context, Opaque encodedContext, EpochSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(context);
        Suite = suite;
        GroupId = context.GroupId;
        Epoch = context.Epoch;
        EncodedContext = encodedContext;
        Secrets = secrets;
    }

    public Ciphersuite Suite { get; }

    public GroupId GroupId { get; }

    public Epoch Epoch { get; }

    internal Opaque EncodedContext { get; }

    internal EpochSecrets Secrets { get; }
}
