using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Credence;

/// <summary>
/// A party's order to take a leaf of its own out of a room, or to put another in its place. The order is the party's
/// consent; whichever side holds the turn commits it.
/// </summary>
/// <remarks><c>protocol/credence.md</c>: <code>
/// struct { uint16 kind; opaque room&lt;V&gt;; opaque leaf_key[32]; opaque key_package&lt;V&gt;; } RoomOrder;</code>
/// </remarks>
/// <param name="What">Out, or replaced.</param>
/// <param name="Room">The room.</param>
/// <param name="LeafKey">A signature key that the leaf has, or has had since it was added.</param>
/// <param name="KeyPackage">SHA-256 of the encoded KeyPackage that enters; empty for a removal.</param>
public sealed record RoomOrder(RoomOrderKind What, RoomId Room, SignaturePublicKey LeafKey, Opaque KeyPackage)
    : ISealContent<RoomOrder>
{
    /// <inheritdoc/>
    public static SealEntryKind Kind => SealEntryKind.RoomOrder;

    /// <inheritdoc/>
    public static string Title => "ROOM ORDER";

    /// <inheritdoc/>
    public static int BytesMax => 256;

    /// <inheritdoc/>
    public bool IsWellFormed =>
        Enum.IsDefined(What) && Room.IsWellFormed
        && KeyPackage.Length == (What == RoomOrderKind.Replacement ? SealEntryContent.HashBytes : 0);

    /// <summary>
    /// Whether the order is about a leaf of this room that has had these signature keys since it was added. Updates
    /// change a leaf's key, so that one who dodges the order by an update is still meant; a leaf added later is not.
    /// </summary>
    public bool Concerns(RoomId room, IEnumerable<SignaturePublicKey> keysSinceAdded) =>
        Room == room && keysSinceAdded.Contains(LeafKey);

    /// <inheritdoc/>
    public bool Fits(SealEntryContent entry) => true;

    /// <inheritdoc/>
    public static RoomOrder Read(ref TlsReader reader) => new(
        What: WireFields.ReadKnown<RoomOrderKind>(ref reader, reader.ReadUInt16(), "An order"),
        Room: RoomId.Read(ref reader),
        LeafKey: WireFields.ReadSignatureKey(ref reader),
        KeyPackage: reader.ReadOpaque(SealEntryContent.HashBytes));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)What);
        writer.WriteVector(Room.Value);
        writer.WriteFixed(LeafKey.Value.Span);
        writer.WriteVector(KeyPackage);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() =>
    [
        $"Orders: {What.ToString().ToLowerInvariant()}",
        $"Room: {Room}",
        $"Leaf: {LeafKey}",
        .. What == RoomOrderKind.Replacement ? (string[])[$"Enters: {KeyPackage}"] : [],
    ];
}
