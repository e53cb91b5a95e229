using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// Bodies whose encoding is wrong, signed as they stand, so that no signature can be what refuses them: RFC 9420 §2.1.
/// </summary>
internal static class BrokenEncodings
{
    private const int SignatureBytes = 2 + 64;

    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        // The proposal's bytes: type 0007, a list of 4 bytes, in it type f100 and a vector of 1 byte.
        Context("a list longer than all that is left", MlsErrorCode.EncodingTruncated, body =>
            [.. body[..2], 0x40, 0xff, .. body[3..]]),
        Context("a list longer than all that is left in the open", MlsErrorCode.EncodingTruncated, body =>
            [.. body[..2], 0x40, 0xff, .. body[3..]], WireFormat.PublicMessage),
        Context("a vector longer than the list around it", MlsErrorCode.EncodingTruncated, body => With(body, 5, 2)),
        Context("a vector longer than the list around it in the open", MlsErrorCode.EncodingTruncated, body =>
            With(body, 5, 2), WireFormat.PublicMessage),
        Context("a signed length in more bytes than it needs", MlsErrorCode.EncodingLengthNotMinimal, body =>
            [.. body[..2], 0x40, .. body[2..]]),
        Context("a signed length that starts with undefined bits", MlsErrorCode.EncodingLengthPrefixUndefined, body =>
            With(body, 2, 0xc4)),
        Context("a signed length of a gigabyte", MlsErrorCode.EncodingTooLong, body =>
            [.. body[..2], 0xbf, 0xff, 0xff, 0xff, .. body[3..]]),
        Required("what the context requires, with a byte behind it", MlsErrorCode.EncodingTrailingBytes,
            [0, 7, 7, 0, 3, 4, 0, 0, 0, 0]),
        Required("what the context requires, cut short", MlsErrorCode.EncodingTruncated, [0, 7, 5, 0, 3, 2, 0, 0]),

        // A commit's: a list of 8 bytes, in it a proposal (01) of the bytes above, and then the path (01).
        Commit("a commit's list longer than all that is left", MlsErrorCode.EncodingTruncated, body =>
            [0x7f, 0xff, .. body[1..]]),
        Commit("a list in a commit that reaches into the path", MlsErrorCode.EncodingTruncated, body =>
            With(body, 4, 5)),
        Commit("neither a proposal nor a reference", MlsErrorCode.EncodingUnknownValue, body => With(body, 1, 3)),
        Commit("the reserved kind of a proposal or a reference", MlsErrorCode.EncodingUnknownValue, body =>
            With(body, 1, 0)),
        Commit("a path that is there twice", MlsErrorCode.EncodingUnknownValue, body => With(body, 9, 2)),
        Commit("a path that is there 255 times", MlsErrorCode.EncodingUnknownValue, body => With(body, 9, 255)),

        // An update's: type, two keys of 33 bytes, credential 0001 with a name of 9, versions, …, source, signature.
        Update("a credential of an unknown kind", MlsErrorCode.EncodingUnknownValue, body => With(body, 69, 3)),
        Update("half a number in a list of numbers", MlsErrorCode.EncodingTruncated, body => With(body, 79, 3)),
        Update("a leaf of an unknown source", MlsErrorCode.EncodingUnknownValue, body =>
            With(body, body.Length - SignatureBytes - 2, 4)),
        Update("a leaf of the reserved source", MlsErrorCode.EncodingUnknownValue, body =>
            With(body, body.Length - SignatureBytes - 2, 0)),

        Psk("a pre-shared key of an unknown kind", 2, 3),
        Psk("a pre-shared key of the reserved kind", 2, 0),
        Psk("a resumption key of an unknown use", 3, 4),
        Psk("a resumption key of the reserved use", 3, 0),

        Frame("an encrypted message of an unknown content type", WireFormat.PrivateMessage, behind: 12, 4),
        Frame("an encrypted message of the reserved content type", WireFormat.PrivateMessage, behind: 12, 0),
        Frame("a message in the open of a sender of an unknown kind", WireFormat.PublicMessage, behind: 12, 5),
        Frame("a message in the open of a sender of the reserved kind", WireFormat.PublicMessage, behind: 12, 0),
        Frame("a message in the open of an unknown content type", WireFormat.PublicMessage, behind: 21, 4),
    ];

    private static FramedBody Charter =>
        new FramedBody.Proposed(new Proposal.GroupContextExtensions([BrokenProposals.Charter]));

    private static BrokenRule Context(string name, MlsErrorCode code, Func<byte[], byte[]> change,
        WireFormat format = WireFormat.PrivateMessage) => Row(name, code, _ => Charter, change, format);

    private static BrokenRule Required(string name, MlsErrorCode code, byte[] body) => Row(name, code, _ =>
        new FramedBody.Proposed(new Proposal.GroupContextExtensions([new Extension(
            ExtensionType.RequiredCapabilities, new RequiredCapabilities([], [], []).Encode())])), _ => body);

    private static BrokenRule Update(string name, MlsErrorCode code, Func<byte[], byte[]> change) =>
        Row(name, code, room =>
        {
            var leaf = (BrokenLeaves.UpdateOf(room[0]) with { Extensions = [] })
                .SignedBy(room[0].Suite, room[0].Signer, room[0].Group.View.GroupId, new(0));
            return new FramedBody.Proposed(new Proposal.Update(leaf));
        }, change);

    private static BrokenRule Psk(string name, int place, byte value) =>
        Row(name, MlsErrorCode.EncodingUnknownValue, room => new FramedBody.Proposed(new Proposal.Psk(
            new PreSharedKeyId.Resumption(ResumptionPskUsage.Application, room[0].Group.View.GroupId,
                room[0].Group.View.Epoch, Opaque.Zeros(32)))), body => With(body, place, value));

    private static BrokenRule Row(string name, MlsErrorCode code, Func<Room, FramedBody> body,
        Func<byte[], byte[]> change, WireFormat format = WireFormat.PrivateMessage)
    {
        return new(name, "2.1", code, room => Write(room, change)) { Whole = room => Write(room, same => same) };

        Opaque Write(Room room, Func<byte[], byte[]> how)
        {
            var forger = new Forger(room[0]);
            return SignedBytes.Write(forger, format, forger.Content(body(room)), how);
        }
    }

    private static BrokenRule Commit(string name, MlsErrorCode code, Func<byte[], byte[]> change)
    {
        return new(name, "2.1", code, room => Write(room, change)) { Whole = room => Write(room, same => same) };

        static Opaque Write(Room room, Func<byte[], byte[]> how) => new ForgedCommit
        {
            ByValue = [new Proposal.GroupContextExtensions([BrokenProposals.Charter])],
            Bytes = how,
        }.Write(new Forger(room[0]));
    }

    // The place is so far behind the group's identifier.
    private static BrokenRule Frame(string name, WireFormat format, int behind, byte value)
    {
        return new(name, "6", MlsErrorCode.EncodingUnknownValue, room =>
        {
            var message = Write(room).ToArray();
            return Opaque.CopyOf(With(message, room[0].Group.View.GroupId.Value.Length + behind + 1, value));
        })
        { Whole = Write };

        Opaque Write(Room room)
        {
            var forger = new Forger(room[0]);
            return SignedBytes.Write(forger, format, forger.Content(Charter), same => same);
        }
    }

    private static byte[] With(byte[] bytes, int place, byte value)
    {
        Assert.NotEqual(value, bytes[place]);
        return [.. bytes[..place], value, .. bytes[(place + 1)..]];
    }
}
