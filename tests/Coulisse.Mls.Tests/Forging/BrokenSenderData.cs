using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// Sender data that opens, and says something else than the content was encrypted with: RFC 9420 §6.3.2, §9.1.
/// </summary>
internal static class BrokenSenderData
{
    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        Says("another reuse guard than the nonce has", MlsErrorCode.FramingUndecryptable, data =>
            data with { ReuseGuard = data.ReuseGuard ^ 1 }),
        Says("a reuse guard that differs in its last bit to be read", MlsErrorCode.FramingUndecryptable, data =>
            data with { ReuseGuard = data.ReuseGuard ^ 0x8000_0000 }),
        Says("the generation after the message's own", MlsErrorCode.FramingUndecryptable, data =>
            data with { Generation = data.Generation + 1 }),
        Says("a generation just too far ahead", MlsErrorCode.RatchetTooFarAhead, data =>
            data with { Generation = SecretTree.GenerationsAheadMax }),
        Says("the last generation there can be", MlsErrorCode.RatchetTooFarAhead, data =>
            data with { Generation = uint.MaxValue }),
        Says("another member for the sender", MlsErrorCode.FramingUndecryptable, data =>
            data with { Leaf = new(3) }),
        Says("the first place behind the tree for the sender", MlsErrorCode.FramingSenderNotMember, data =>
            data with { Leaf = new(4) }),
        Says("the last number there is for the sender", MlsErrorCode.FramingSenderNotMember, data =>
            data with { Leaf = new(uint.MaxValue) }),
        Bytes("sender data with a byte behind it", data => Opaque.CopyOf([.. data.Span, 0])),
        Bytes("sender data cut short", data => Opaque.CopyOf(data.Span[..^1])),
        Bytes("empty sender data", _ => Opaque.Empty),
        Message("sender data left out", message => message with { EncryptedSenderData = Opaque.Empty }),
        Message("a ciphertext left out", message => message with { Ciphertext = Opaque.Empty }),
        Message("a ciphertext shorter than its tag", message => message with { Ciphertext = Opaque.Zeros(15) }),
        new("sender data of another message of the same sender", "6.3.2", MlsErrorCode.FramingUndecryptable, room =>
            ForgedSenderData.Wire(Said(room) with { EncryptedSenderData = Said(room).EncryptedSenderData }))
        {
            Whole = room => ForgedSenderData.Wire(Said(room)),
        },
    ];

    private static BrokenRule Says(string name, MlsErrorCode code, Func<SenderData, SenderData> change) =>
        new(name, code == MlsErrorCode.RatchetTooFarAhead ? "9.2" : "6.3.2", code, room => Resealed(room, change))
        {
            Whole = room => Resealed(room, same => same),
        };

    private static BrokenRule Bytes(string name, Func<Opaque, Opaque> change) =>
        new(name, "6.3.2", MlsErrorCode.FramingUndecryptable, room => Changed(room, message => message, change))
        {
            Whole = room => Changed(room, message => message, same => same),
        };

    // Its sender data is sealed again with the key that the changed ciphertext gives, unless it was left out.
    private static BrokenRule Message(string name, Func<PrivateMessage, PrivateMessage> change) =>
        new(name, "6.3", MlsErrorCode.FramingUndecryptable, room => Changed(room, change, same => same))
        {
            Whole = room => Changed(room, message => message, same => same),
        };

    /// <summary>A message whose sender data was opened, changed and sealed again.</summary>
    internal static Opaque Resealed(Room room, Func<SenderData, SenderData> change)
    {
        var (forger, message) = (new Forger(room[0]), Said(room));
        var data = change(ForgedSenderData.Open(forger, message));
        return ForgedSenderData.Wire(ForgedSenderData.Seal(forger, message, data.Encode()));
    }

    private static Opaque Changed(
        Room room, Func<PrivateMessage, PrivateMessage> change, Func<Opaque, Opaque> senderData)
    {
        var (forger, message) = (new Forger(room[0]), Said(room));
        var data = ForgedSenderData.Open(forger, message).Encode();
        var changed = change(message);
        return ForgedSenderData.Wire(changed.EncryptedSenderData.Length == 0
            ? changed
            : ForgedSenderData.Seal(forger, changed, senderData(data)));
    }

    private static PrivateMessage Said(Room room)
    {
        var forger = new Forger(room[0]);
        return ForgedSenderData.Decoded(forger.Encrypt(
            forger.Content(new FramedBody.Application(ApplicationData.CopyOf("a word or two"u8)))));
    }
}
