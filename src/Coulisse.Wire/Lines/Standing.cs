using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// Where a side stands: how long its own log is, how much of the other's it holds and its desks have processed, and
/// the lowest epoch of each room that it may still send in. A standing never takes back what an earlier one said; who
/// reads several, in whichever order, joins them.
/// </summary>
/// <remarks><code>
/// struct { opaque line[16]; uint16 side; uint64 number; EntryLink heads&lt;V&gt;; LogProgress other&lt;V&gt;;
///          RoomFloor floors&lt;V&gt;; LineWindow window; StationMemory memory;
///          LineTerm terms&lt;V&gt;; } Standing;</code></remarks>
/// <param name="Line">The line.</param>
/// <param name="Side">Whose.</param>
/// <param name="Number">Rises with each that is made; a gap means nothing.</param>
/// <param name="Heads">The last entry of each incarnation of the own log, ascending; empty before the first.</param>
/// <param name="Other">How far it is with the other's log, by incarnation, ascending.</param>
/// <param name="Floors">Of some rooms; each room's is told in turn.</param>
/// <param name="Window">How much of the other's log it will hold.</param>
/// <param name="Memory">What a restored station needs of it.</param>
/// <param name="Terms">In which it reads what is sent to it, the newest first.</param>
public sealed record Standing(LineId Line, Side Side, ulong Number, WireList<EntryLink> Heads,
    WireList<LogProgress> Other, WireList<RoomFloor> Floors, LineWindow Window, StationMemory Memory,
    WireList<LineTerm> Terms)
    : IWireValue<Standing>
{
    internal const int BytesMax = LineLimits.IncarnationsMax * ((LineLimits.RangesMax * 32) + 64) + FloorsBytesMax
        + StationMemory.BytesMax + TermsBytesMax + 256;

    private const int TermsBytesMax = LineLimits.TermsMax * LineTerm.Bytes;
    private const int FloorsBytesMax = LineLimits.FloorsMax * (Rooms.RoomId.BytesMax + 10);

    internal static ReadOnlySpan<byte> Label => "Coulisse 1.0 Standing"u8;

    /// <inheritdoc/>
    public static Standing Read(ref TlsReader reader)
    {
        var standing = new Standing(
            Line: LineId.Read(ref reader),
            Side: WireFields.ReadKnown<Side>(ref reader, reader.ReadUInt16(), "A side"),
            Number: reader.ReadUInt64(),
            Heads: WireList.Read<EntryLink>(ref reader, LineLimits.IncarnationsMax * 44, LineLimits.IncarnationsMax),
            Other: WireList.Read<LogProgress>(ref reader, BytesMax, LineLimits.IncarnationsMax),
            Floors: WireList.Read<RoomFloor>(ref reader, FloorsBytesMax, LineLimits.FloorsMax),
            Window: LineWindow.Read(ref reader),
            Memory: StationMemory.Read(ref reader),
            Terms: WireList.Read<LineTerm>(ref reader, TermsBytesMax, LineLimits.TermsMax));
        return Ascending(standing.Heads.Select(head => head.Place.Incarnation).Prepend(0u))
            && Ascending(standing.Other.Select(progress => progress.Incarnation))
            ? standing
            : throw reader.Refuse(DecodeCode.BadContent, "Incarnations are not told in ascending order.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Line.Write(writer);
        writer.WriteUInt16((ushort)Side);
        writer.WriteUInt64(Number);
        WireList.Write(writer, Heads);
        WireList.Write(writer, Other);
        WireList.Write(writer, Floors);
        Window.Write(writer);
        Memory.Write(writer);
        WireList.Write(writer, Terms);
    }

    private static bool Ascending(IEnumerable<uint> numbers) =>
        numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
}
