using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Frames that no message may have, and bytes that are none: RFC 9420 §2.1, §6.</summary>
internal static class BrokenFrames
{
    private static readonly FramedBody Removing = new FramedBody.Proposed(new Proposal.Remove(new(2)));
    private static readonly FramedBody Saying = new FramedBody.Application(ApplicationData.CopyOf("word"u8));

    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        new("a message for another group", "6", MlsErrorCode.FramingOtherGroup, room => Encrypt(room, content =>
            content with { GroupId = new(Opaque.CopyOf([1])) })),
        new("a message in the open for another group", "6", MlsErrorCode.FramingOtherGroup, room =>
            Publish(room, content => content with { GroupId = new(Opaque.CopyOf([1])) })),
        new("a message from outside the tree", "6.1", MlsErrorCode.FramingSenderNotMember, room =>
            Publish(room, content => content with { Sender = new Sender.Member(new(uint.MaxValue)) })),
        new("a message signed by another member than it says", "6.1", MlsErrorCode.FramingSignature, room =>
            Publish(room, content => content with { Sender = new Sender.Member(new(3)) })),
        new("an encrypted message signed by another member", "6.1", MlsErrorCode.FramingSignature, room =>
            new Forger(room[0]).Encrypt(new Forger(room[0]).Content(Saying), signer: room[2].Signer)),
        new("a message in the open from somebody outside", "12.1.8", MlsErrorCode.FramingSenderKind, room =>
            Publish(room, content => content with { Sender = new Sender.External(0) })),
        new("a message in the open from a new member", "12.1.8", MlsErrorCode.FramingSenderKind, room =>
            Publish(room, content => content with { Sender = new Sender.NewMemberProposal() })),
        new("a proposal from a client who adds itself", "12.4.3.2", MlsErrorCode.FramingSenderKind, room =>
            Publish(room, content => content with { Sender = new Sender.NewMemberCommit() })),
        new("an application message in the open", "6", MlsErrorCode.FramingApplicationInTheOpen, room =>
            Publish(room, content => content with { Body = Saying })),
        new("a membership tag that does not hold", "6.2", MlsErrorCode.FramingMembershipTag, room =>
        {
            var message = new Forger(room[0]).Publish(new Forger(room[0]).Content(Removing));
            return Forger.Wire(message with { MembershipTag = Forger.Flipped(message.MembershipTag!.Value) });
        }),
        new("an empty membership tag", "6.2", MlsErrorCode.FramingMembershipTag, room => Forger.Wire(
            new Forger(room[0]).Publish(new Forger(room[0]).Content(Removing)) with { MembershipTag = Opaque.Empty })),
        new("sender data that does not open", "6.3.2", MlsErrorCode.FramingUndecryptable, room =>
            Private(room, message => message with
            {
                EncryptedSenderData = Forger.Flipped(message.EncryptedSenderData),
            })),
        new("a content that does not open", "6.3.1", MlsErrorCode.FramingUndecryptable, room =>
            Private(room, message => message with
            {
                Ciphertext = Forger.Flipped(message.Ciphertext, message.Ciphertext.Length - 1),
            })),
        new("other authenticated data than was bound", "6.3.1", MlsErrorCode.FramingUndecryptable, room =>
            Private(room, message => message with { AuthenticatedData = Opaque.CopyOf([9]) })),
        new("padding that is not zero", "6.3.1", MlsErrorCode.EncodingBadContent, room => Raw(room, Removing, [0, 1])),
        new("a confirmation tag behind a proposal", "6.1", MlsErrorCode.EncodingBadContent, room =>
            Raw(room, Removing, [32, .. Enumerable.Repeat((byte)1, 32)])),
        new("a commit without a confirmation tag", "6.1", MlsErrorCode.EncodingTruncated, room =>
            Raw(room, new FramedBody.Committed(new Commit([], null)), [])),
        new("a key package where a message belongs", "6", MlsErrorCode.FramingNotForGroups, room =>
            TlsCodec.Encode<MlsMessage>(new MlsMessage.Offering(room[2].Package().Package))),
        new("a message cut short", "2.1", MlsErrorCode.EncodingTruncated, room => Bytes(room, one => one[..^1])),
        new("a message with a byte behind it", "2.1", MlsErrorCode.EncodingTrailingBytes, room =>
            Bytes(room, one => [.. one, 0])),
        new("an unknown version", "6", MlsErrorCode.EncodingUnknownValue, room => Bytes(room, one =>
            [0, 2, .. one[2..]])),
        new("an unknown wire format", "6", MlsErrorCode.EncodingUnknownValue, room => Bytes(room, one =>
            [0, 1, 0, 9, .. one[4..]])),
        new("a length in more bytes than it needs", "2.1.2", MlsErrorCode.EncodingLengthNotMinimal, room =>
            Bytes(room, one => [.. one[..4], 0x40, .. one[4..]])),
        new("a length that starts with undefined bits", "2.1.2", MlsErrorCode.EncodingLengthPrefixUndefined, room =>
            Bytes(room, one => [.. one[..4], 0xc0, .. one[5..]])),
        new("a length of a gigabyte", "2.1.2", MlsErrorCode.EncodingTooLong, room =>
            Bytes(room, one => [.. one[..4], 0xbf, 0xff, 0xff, 0xff, .. one[5..]])),
        new("an optional value neither there nor not", "2.1.1", MlsErrorCode.EncodingUnknownValue, room =>
            new Forger(room[0]).EncryptRaw(
                new Forger(room[0]).Content(new FramedBody.Committed(new Commit([], null))), [0, 2])),
    ];

    private static Opaque Encrypt(Room room, Func<FramedContent, FramedContent> change) =>
        new Forger(room[0]).Encrypt(change(new Forger(room[0]).Content(Saying)));

    private static Opaque Publish(Room room, Func<FramedContent, FramedContent> change) =>
        Forger.Wire(new Forger(room[0]).Publish(change(new Forger(room[0]).Content(Removing))));

    private static Opaque Private(Room room, Func<PrivateMessage, PrivateMessage> change)
    {
        var message = (MlsMessage.Private)TlsCodec.Decode<MlsMessage>(Encrypt(room, content => content).Span);
        return TlsCodec.Encode<MlsMessage>(new MlsMessage.Private(change(message.Message)));
    }

    private static Opaque Raw(Room room, FramedBody body, byte[] behind)
    {
        var forger = new Forger(room[0]);
        var content = forger.Content(body);
        var signature = forger.Epoch.Framing.SignContent(room[0].Signer, WireFormat.PrivateMessage, content);
        return forger.EncryptRaw(content, [.. Forger.Encoded(content, new(signature, null)), .. behind]);
    }

    private static Opaque Bytes(Room room, Func<byte[], byte[]> change) =>
        Opaque.CopyOf(change(Encrypt(room, content => content).ToArray()));
}
