using Coulisse.Crypto.Codec;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Rooms;

/// <summary>Who holds the turn, for one who joins and cannot read the commit: an extension of the GroupInfo.</summary>
/// <remarks><code>struct { uint16 profile; uint16 side; uint16 turn_after; } RoomTurn;</code></remarks>
internal sealed record RoomTurn(Side Side, Side TurnAfter) : IWireValue<RoomTurn>
{
    /// <summary>Its number, one for private use.</summary>
    internal static readonly ExtensionType Type = new(0xf0c1);

    public static RoomTurn Read(ref TlsReader reader) => reader.ReadUInt16() == RoomBinding.Profile
        ? new(RoomBinding.ReadSide(ref reader), RoomBinding.ReadSide(ref reader))
        : throw reader.Refuse(DecodeCode.UnknownValue, "A room of a profile that this version does not know.");

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(RoomBinding.Profile);
        writer.WriteUInt16((ushort)Side);
        writer.WriteUInt16((ushort)TurnAfter);
    }
}
