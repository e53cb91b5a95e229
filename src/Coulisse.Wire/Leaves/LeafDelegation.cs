using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Leaves;

/// <summary>What a desk's key signs to let one leaf of one room speak for it.</summary>
/// <remarks><c>protocol/credence.md</c>: <code>
/// struct { opaque party&lt;V&gt;; opaque seal_public_key[32]; opaque accreditation[32]; Subject subject;
///          opaque room&lt;V&gt;; opaque leaf_key[32]; } LeafDelegation;</code></remarks>
internal static class LeafDelegation
{
    internal static SignatureLabel Label { get; } = SignatureLabel.For("LeafDelegation");

    internal static byte[] Encode(Sealed<Accreditation> desk, RoomId room, SignaturePublicKey leafKey)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        WireFields.WriteText(writer, desk.By.Party);
        writer.WriteFixed(desk.By.Seal.Key.Value.Span);
        writer.WriteFixed(desk.Entry.Hash().Span);
        desk.Content.Subject.Write(writer);
        writer.WriteVector(room.Value);
        writer.WriteFixed(leafKey.Value.Span);
        return bytes.WrittenSpan.ToArray();
    }
}
