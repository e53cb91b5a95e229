using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// Rule 10: the room that another one takes the place of, because it is dead or frozen: how far each side had come in
/// it, and why it is given up. It stands in the context of the new group, so that all who ever join read the same.
/// </summary>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { opaque room&lt;V&gt;; RoomClaim claims&lt;V&gt;; opaque why&lt;V&gt;; } RoomPredecessor;</code></remarks>
/// <param name="Room">Which.</param>
/// <param name="Claims">What each side says, A first; a desk that was never in it says nothing.</param>
/// <param name="Why">UTF-8, at most 1,024 bytes; empty in what stations can read.</param>
public sealed record RoomPredecessor(RoomId Room, WireList<RoomClaim> Claims, string Why) : IWireValue<RoomPredecessor>
{
    internal const int WhyBytesMax = 1_024;
    internal const int BytesMax = WhyBytesMax + RoomId.BytesMax + 128;

    internal static readonly ExtensionType Type = new(0xf0c2);

    /// <summary>What a side says; null if nothing.</summary>
    public RoomClaim? Of(Side side) => Claims.FirstOrDefault(claim => claim.Side == side);

    /// <summary>Whether both sides had come equally far, and to the same.</summary>
    public bool IsSameAtBothEnds => Claims is [var first, var second] && first == second with { Side = first.Side };

    /// <summary>With what one more desk says of it.</summary>
    internal RoomPredecessor With(RoomClaim? claim) => claim is null ? this
        : this with
        {
            Claims = WireList.From(Claims.Where(one => one.Side != claim.Side).Append(claim)
                .OrderBy(one => one.Side)),
        };

    /// <summary>What of it is said in the open: a side's own claim, and no reason.</summary>
    internal RoomPredecessor Told(Side side) =>
        this with { Claims = WireList.From(Claims.Where(one => one.Side == side)), Why = "" };

    /// <summary>What a group's context names; empty if nothing, null if it cannot be read.</summary>
    internal static WireList<RoomPredecessor>? Of(MlsGroup group)
    {
        try
        {
            return group.View.Extensions.FirstOrDefault(one => one.Type == Type) is { } extension
                ? [WireValue.Decode<RoomPredecessor>(extension.Data.Span)] : [];
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    /// <summary>Whether a group names what passed between its first two desks, and nothing else.</summary>
    internal static bool IsIn(MlsGroup group, WireList<RoomPredecessor> agreed) => Of(group) is { } named
        && named.Select(one => one with { Why = "" }).SequenceEqual(agreed.Select(one => one with { Why = "" }));

    /// <inheritdoc/>
    public static RoomPredecessor Read(ref TlsReader reader)
    {
        var read = new RoomPredecessor(new(reader.ReadOpaque(RoomId.BytesMax)),
            WireList.Read<RoomClaim>(ref reader, 128, 2), RoomCharter.ReadText(ref reader, WhyBytesMax));
        return read.Room.IsWellFormed && read.Claims is [] or [_] or [{ Side: Side.A }, { Side: Side.B }] ? read
            : throw reader.Refuse(DecodeCode.BadContent, "A room's predecessor is no room, or claimed twice.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(Room.Value);
        WireList.Write(writer, Claims);
        writer.WriteVector(Encoding.UTF8.GetBytes(Why));
    }
}

/// <summary>How far a side's desk had come in a room: its epoch, and the tag that all members of it share.</summary>
/// <remarks><code>struct { uint16 side; uint64 epoch; opaque tag[16]; } RoomClaim;</code></remarks>
public sealed record RoomClaim(Side Side, ulong Epoch, Opaque Tag) : IWireValue<RoomClaim>
{
    /// <inheritdoc/>
    public static RoomClaim Read(ref TlsReader reader) =>
        new(RoomBinding.ReadSide(ref reader), reader.ReadUInt64(), Opaque.CopyOf(reader.ReadFixed(EpochTag.Bytes)));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Side);
        writer.WriteUInt64(Epoch);
        writer.WriteFixed(Tag.Span);
    }
}
