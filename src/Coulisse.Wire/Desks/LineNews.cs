using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>What a station tells its desks of a line, for the receipts and for what may be erased.</summary>
/// <remarks><code>
/// struct { LogProgress other_has&lt;V&gt;; RoomFloor other_floors&lt;V&gt;; uint64 missing; uint8 is_frozen;
///          uint16 contact; LogReport given_up&lt;V&gt;; uint8 is_restoring; uint64 damaged; uint64 lost;
///          uint32 awaited; uint8 is_full; uint8 is_other_full; DeskBehind behind&lt;V&gt;; } LineNews;
/// </code></remarks>
/// <param name="OtherHas">What of the own log the other station holds, and what its desks have processed.</param>
/// <param name="OtherFloors">The lowest epoch of each room that the other side may still send in.</param>
/// <param name="Missing">How many entries of the other's log are known to be missing.</param>
/// <param name="IsFrozen">Whether two histories were found, so that nothing is taken any more.</param>
/// <param name="Contact">Whether the other station is there.</param>
/// <param name="GivenUp">Entries of the own log that are nowhere any more, as a person said at the station.</param>
/// <param name="IsRestoring">Whether nothing is taken because the own station's file may be an old copy.</param>
/// <param name="Damaged">How many entries in that file are not what was written; they are given to nobody.</param>
/// <param name="Lost">While it is restoring: how many entries were written, as others know, and are not in that
/// file.</param>
/// <param name="Awaited">While it is restoring: how many of the own desks have not said what they keep.</param>
/// <param name="IsFull">Whether the own station refused something of a desk for want of room, and has taken nothing
/// ROUTINE or PRIORITY since.</param>
/// <param name="IsOtherFull">The same of what the other station sends.</param>
/// <param name="Behind">The own desks that keep much from being dropped; null for none.</param>
public sealed record LineNews(
    WireList<LogProgress> OtherHas, WireList<RoomFloor> OtherFloors, ulong Missing, bool IsFrozen,
    LineContact Contact, WireList<LogReport> GivenUp, bool IsRestoring = false, ulong Damaged = 0, ulong Lost = 0,
    uint Awaited = 0, bool IsFull = false, bool IsOtherFull = false, WireList<DeskBehind>? Behind = null)
        : IWireValue<LineNews>
{
    /// <summary>The most rooms whose floor is told.</summary>
    public const int RoomsMax = 4_096;

    /// <summary>The most desks that are told to be behind.</summary>
    public const int DesksMax = 256;

    private const int ListBytesMax = 512 * 1024;

    /// <inheritdoc/>
    public static LineNews Read(ref TlsReader reader) => new(
        OtherHas: WireList.Read<LogProgress>(ref reader, ListBytesMax, LineLimits.IncarnationsMax),
        OtherFloors: WireList.Read<RoomFloor>(ref reader, ListBytesMax, RoomsMax),
        Missing: reader.ReadUInt64(),
        IsFrozen: ReadFlag(ref reader),
        Contact: WireFields.ReadKnown<LineContact>(ref reader, reader.ReadUInt16(), "A contact"),
        GivenUp: WireList.Read<LogReport>(ref reader, ListBytesMax, LineLimits.IncarnationsMax),
        IsRestoring: ReadFlag(ref reader),
        Damaged: reader.ReadUInt64(),
        Lost: reader.ReadUInt64(),
        Awaited: reader.ReadUInt32(),
        IsFull: ReadFlag(ref reader),
        IsOtherFull: ReadFlag(ref reader),
        Behind: WireList.Read<DeskBehind>(ref reader, ListBytesMax, DesksMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        WireList.Write(writer, OtherHas);
        WireList.Write(writer, OtherFloors);
        writer.WriteUInt64(Missing);
        writer.WriteUInt8(IsFrozen ? (byte)1 : (byte)0);
        writer.WriteUInt16((ushort)Contact);
        WireList.Write(writer, GivenUp);
        writer.WriteUInt8(IsRestoring ? (byte)1 : (byte)0);
        writer.WriteUInt64(Damaged);
        writer.WriteUInt64(Lost);
        writer.WriteUInt32(Awaited);
        writer.WriteUInt8(IsFull ? (byte)1 : (byte)0);
        writer.WriteUInt8(IsOtherFull ? (byte)1 : (byte)0);
        WireList.Write(writer, Behind ?? []);
    }

    private static bool ReadFlag(ref TlsReader reader) => reader.ReadUInt8() switch
    {
        0 => false,
        1 => true,
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "A flag is 0 or 1."),
    };
}

/// <summary>What a station knows of the other one being there. Never more than that: not why, and not of its
/// desks.</summary>
public enum LineContact : ushort
{
    /// <summary>Nothing was tried or heard since this station started.</summary>
    Unknown = 0,

    /// <summary>It answered or called, not long ago.</summary>
    There = 1,

    /// <summary>The last call failed, or nothing was heard for two and a half minutes.</summary>
    NotReached = 2,
}
