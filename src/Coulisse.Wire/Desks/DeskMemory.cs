using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>What a desk remembers that its restored station may have lost, said after all that it has kept.</summary>
/// <remarks><code>
/// struct { uint64 number; opaque last[32]; EntryLink own; RoomFloor floors&lt;V&gt;; RoomFloor reached&lt;V&gt;; }
/// DeskMemory;</code></remarks>
/// <param name="Number">The number of its last submission that was decided; 0 before the first.</param>
/// <param name="Last">The hash of that one.</param>
/// <param name="Own">The highest entry of the own log that it was given.</param>
/// <param name="Floors">The lowest epoch of each of its rooms that the own log leaves open.</param>
/// <param name="Reached">The epoch that each of its rooms is in.</param>
public sealed record DeskMemory(
    ulong Number, Opaque Last, EntryLink Own, WireList<RoomFloor> Floors, WireList<RoomFloor> Reached)
    : IWireValue<DeskMemory>
{
    private const int ListBytesMax = 256 * 1024;

    /// <inheritdoc/>
    public static DeskMemory Read(ref TlsReader reader) => new(
        Number: reader.ReadUInt64(),
        Last: Opaque.CopyOf(reader.ReadFixed(LineHash.Bytes)),
        Own: EntryLink.Read(ref reader),
        Floors: WireList.Read<RoomFloor>(ref reader, ListBytesMax, LineNews.RoomsMax),
        Reached: WireList.Read<RoomFloor>(ref reader, ListBytesMax, LineNews.RoomsMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteFixed(Last.Span);
        Own.Write(writer);
        WireList.Write(writer, Floors);
        WireList.Write(writer, Reached);
    }
}
