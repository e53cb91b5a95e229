using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Senders who may not write, or not so: RFC 9420 §6, §6.1, §6.2.</summary>
internal static class BrokenSenders
{
    private static readonly FramedBody Removing = new FramedBody.Proposed(new Proposal.Remove(new(3)));
    private static readonly FramedBody Saying = new FramedBody.Application(ApplicationData.CopyOf("word"u8));

    /// <summary>Those in application messages, which may also come late.</summary>
    internal static readonly IReadOnlyList<BrokenRule> Encrypted =
    [
        new("an encrypted message from a place that was left", "6.3.2", MlsErrorCode.FramingSenderNotMember, room =>
            Encrypt(room, new(2), left: true)) { Whole = room => Encrypt(room, new(0), left: true) },
        new("an encrypted message signed for the open", "6.1", MlsErrorCode.FramingSignature, room =>
            SignedFor(room, WireFormat.PublicMessage))
        {
            Whole = room => SignedFor(room, WireFormat.PrivateMessage),
        },
        new("an encrypted message with an empty signature", "6.1", MlsErrorCode.FramingSignature, room =>
            SignedBy(room, Opaque.Empty)) { Whole = room => SignedBy(room, null) },
    ];

    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        new("a message in the open from a place that was left", "6.1", MlsErrorCode.FramingSenderNotMember, room =>
            Publish(room, new(2), left: true)) { Whole = room => Publish(room, new(0), left: true) },
        Open("a message in the open from the first place behind the tree", new(4)),
        Open("a message in the open from a place that twice is none", new(0x8000_0000)),
        .. Encrypted,
        new("a message in the open signed under another context", "6.1", MlsErrorCode.FramingSignature, room =>
            UnderContext(room, hash => Forger.Flipped(hash)))
        {
            Whole = room => UnderContext(room, same => same),
        },
        new("a member's message without a membership tag", "6.2", MlsErrorCode.EncodingTruncated, room =>
            Forger.Wire(Removal(room) with { MembershipTag = null })) { Whole = room => Forger.Wire(Removal(room)) },
        new("a membership tag that takes a confirmation tag's place", "6.1", MlsErrorCode.EncodingTruncated, room =>
            Commit(room, message => message with { Auth = message.Auth with { ConfirmationTag = null } }))
        {
            Whole = room => Commit(room, message => message),
        },
        new("a proposal in the open with a confirmation tag", "6.1", MlsErrorCode.EncodingTrailingBytes, room =>
            Forger.Wire(new Forger(room[0]).Publish(new Forger(room[0]).Content(Removing), Opaque.Zeros(32))))
        {
            Whole = room => Forger.Wire(Removal(room)),
        },
        new("a proposal of an outsider whom the context names", "12.1.8.1", MlsErrorCode.FramingSenderKind, room =>
            Outside(room, new Sender.External(0))),
        new("a proposal of an outsider behind those whom the context names", "12.1.8.1",
            MlsErrorCode.FramingSenderKind, room => Outside(room, new Sender.External(1))),
        new("a client who asks to be added", "12.1.8", MlsErrorCode.FramingSenderKind, room =>
        {
            var joiner = room.Stranger("joiner");
            var add = new FramedBody.Proposed(BrokenProposals.Add(joiner));
            return Strange(room, joiner, new Sender.NewMemberProposal(), add, null);
        }),
        new("a client who adds itself", "12.4.3.2", MlsErrorCode.FramingSenderKind, room =>
        {
            var joiner = room.Stranger("joiner");
            var joining = new Commit([new ProposalOrRef.ByValue(new Proposal.ExternalInit(Opaque.Zeros(32)))],
                new UpdatePath(joiner.Package().Package.LeafNode, []));
            var body = new FramedBody.Committed(joining);
            return Strange(room, joiner, new Sender.NewMemberCommit(), body, Opaque.Zeros(32));
        }),
    ];

    private static BrokenRule Open(string name, LeafIndex place) =>
        new(name, "6.1", MlsErrorCode.FramingSenderNotMember, room => Publish(room, place, left: false))
        {
            Whole = room => Publish(room, new(0), left: false),
        };

    private static PublicMessage Removal(Room room) =>
        new Forger(room[0]).Publish(new Forger(room[0]).Content(Removing));

    // From the third place it is signed by whoever sat there, and by the first member from any other.
    private static Opaque Publish(Room room, LeafIndex sender, bool left)
    {
        var signer = sender.Value == 2 ? room[2].Signer : room[0].Signer;
        if (left)
            Leave(room);
        var content = new Forger(room[0]).Content(Removing) with { Sender = new Sender.Member(sender) };
        return Forger.Wire(new Forger(room[0]).Publish(content, signer: signer));
    }

    // The keys of every place come from the epoch's one secret, those of a blank place too.
    private static Opaque Encrypt(Room room, LeafIndex sender, bool left)
    {
        var signer = sender.Value == 2 ? room[2].Signer : room[0].Signer;
        if (left)
            Leave(room);
        var content = new Forger(room[0]).Content(Saying) with { Sender = new Sender.Member(sender) };
        return new Forger(room[0]).Encrypt(content, signer: signer);
    }

    private static void Leave(Room room)
    {
        room.Propose(0, new Proposal.Remove(new(2)));
        room.Parties.RemoveAt(2);
        room.Commit(0);
    }

    private static Opaque SignedFor(Room room, WireFormat format)
    {
        var content = new Forger(room[0]).Content(Saying);
        return SignedBy(room, new Forger(room[0]).Epoch.Framing.SignContent(room[0].Signer, format, content));
    }

    private static Opaque SignedBy(Room room, Opaque? signature)
    {
        var forger = new Forger(room[0]);
        var content = forger.Content(Saying);
        signature ??= forger.Epoch.Framing.SignContent(room[0].Signer, WireFormat.PrivateMessage, content);
        return forger.EncryptRaw(content, Forger.Encoded(content, new(signature.Value, null)));
    }

    private static Opaque UnderContext(Room room, Func<Opaque, Opaque> treeHash)
    {
        var forger = new Forger(room[0]);
        var context = forger.Epoch.Context with { TreeHash = treeHash(forger.Epoch.Context.TreeHash) };
        var other = new EpochFraming(forger.Suite, context, context.Encode(), forger.Epoch.Secrets);
        var content = forger.Content(Removing);
        var signature = other.SignContent(room[0].Signer, WireFormat.PublicMessage, content);
        return Forger.Wire(forger.Tagged(new(WireFormat.PublicMessage, content, new(signature, null))));
    }

    private static Opaque Commit(Room room, Func<PublicMessage, PublicMessage> change)
    {
        var commit = new ForgedCommit { Format = WireFormat.PublicMessage }.Write(new Forger(room[0]));
        return Forger.Wire(change(((MlsMessage.Public)TlsCodec.Decode<MlsMessage>(commit.Span)).Message));
    }

    private static Opaque Outside(Room room, Sender sender)
    {
        var outsider = room.Stranger("outsider");
        var named = TlsList.Create<ExternalSender>(
            [new ExternalSender(outsider.Signer.PublicKey.Value, outsider.Credential)]);
        var encoded = new System.Buffers.ArrayBufferWriter<byte>();
        new TlsWriter(encoded).WriteList(named);
        room.Propose(0, new Proposal.GroupContextExtensions(
            [new Extension(ExtensionType.ExternalSenders, Opaque.CopyOf(encoded.WrittenSpan))]));
        room.Commit(0);
        return Strange(room, outsider, sender, Removing, null);
    }

    private static Opaque Strange(Room room, Party stranger, Sender sender, FramedBody body, Opaque? tag)
    {
        var content = new Forger(room[0]).Content(body) with { Sender = sender };
        return Forger.Wire(new Forger(room[0]).Publish(content, tag, stranger.Signer));
    }
}
