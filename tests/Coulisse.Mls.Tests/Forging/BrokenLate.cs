using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// Application messages of a finished epoch that is still read: RFC 9420 §6.3, with the tree and the keys of then. What
/// is wrong with a message is as wrong when it comes late.
/// </summary>
internal static class BrokenLate
{
    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        .. BrokenSenderData.All.Concat(BrokenSenders.Encrypted).Select(Late),
        new("a message of this epoch in the frame of the one before", "6.3", MlsErrorCode.FramingUndecryptable, room =>
            OfEpochBefore(room, moved: true)) { Whole = room => OfEpochBefore(room, moved: false) },
        new("a message of the epoch before in the frame of this one", "6.3", MlsErrorCode.FramingUndecryptable, room =>
        {
            var late = ForgedSenderData.Decoded(Said(room));
            room.Commit(0);
            return ForgedSenderData.Wire(late with { Epoch = late.Epoch.Next });
        })
        {
            Whole = OneSaidBefore,
        },
        new("a late message padded with something else than zeros", "6.3.1", MlsErrorCode.EncodingBadContent, room =>
        {
            var forger = new Forger(room[0]);
            var content = forger.Content(Word);
            var signature = forger.Epoch.Framing.SignContent(room[0].Signer, WireFormat.PrivateMessage, content);
            var late = forger.EncryptRaw(content, [.. Forger.Encoded(content, new(signature, null)), 0, 1]);
            room.Commit(0);
            return late;
        })
        {
            Whole = OneSaidBefore,
        },
    ];

    private static FramedBody Word => new FramedBody.Application(ApplicationData.CopyOf("word"u8));

    private static BrokenRule Late(BrokenRule row)
    {
        return row with { Name = row.Name + ", late", Break = After(row.Break), Whole = After(row.Whole!) };

        static Func<Room, Opaque> After(Func<Room, Opaque> write) => room =>
        {
            var late = write(room);
            room.Commit(0);
            return late;
        };
    }

    private static Opaque OneSaidBefore(Room room)
    {
        var late = Said(room);
        room.Commit(0);
        return late;
    }

    private static Opaque OfEpochBefore(Room room, bool moved)
    {
        var before = room[0].Group.View.Epoch;
        room.Commit(0);
        var message = ForgedSenderData.Decoded(Said(room));
        return ForgedSenderData.Wire(moved ? message with { Epoch = before } : message);
    }

    private static Opaque Said(Room room) => new Forger(room[0]).Encrypt(new Forger(room[0]).Content(Word));
}
