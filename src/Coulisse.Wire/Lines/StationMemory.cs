using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;

namespace Coulisse.Wire.Lines;

/// <summary>What a station says so that a restored one, itself or the other, can take back what its file has
/// lost.</summary>
/// <remarks><code>
/// struct { StationLife own; StationLife other; uint8 is_restoring; EntryLink held&lt;V&gt;;
///          LogReport processed&lt;V&gt;; } StationMemory;   // at most 64 of each, ascending</code></remarks>
/// <param name="Own">Its life.</param>
/// <param name="Other">The latest life of the other station that it has heard.</param>
/// <param name="IsRestoring">Whether more of its log may exist than it has.</param>
/// <param name="Held">The highest entry that it holds of each incarnation of the other's log.</param>
/// <param name="Processed">What of its own log each of its own desks has processed: until then the other station
/// keeps the bodies for them.</param>
public sealed record StationMemory(StationLife Own, StationLife Other, bool IsRestoring, WireList<EntryLink> Held,
    WireList<LogReport> Processed) : IWireValue<StationMemory>
{
    internal const int BytesMax = (2 * LineLimits.IncarnationsMax * ((LineLimits.RangesMax * 16) + 64)) + 256;

    /// <summary>Of a station that was never put back and has read nothing.</summary>
    public static StationMemory None { get; } = new(StationLife.First, StationLife.First, false, [], []);

    /// <inheritdoc/>
    public static StationMemory Read(ref TlsReader reader)
    {
        var memory = new StationMemory(
            Own: StationLife.Read(ref reader),
            Other: StationLife.Read(ref reader),
            IsRestoring: reader.ReadUInt8() switch
            {
                0 => false,
                1 => true,
                _ => throw reader.Refuse(DecodeCode.UnknownValue, "A flag is 0 or 1."),
            },
            Held: WireList.Read<EntryLink>(ref reader, LineLimits.IncarnationsMax * 44, LineLimits.IncarnationsMax),
            Processed: WireList.Read<LogReport>(ref reader, BytesMax, LineLimits.IncarnationsMax));
        return Ascending(memory.Held.Select(link => link.Place.Incarnation).Prepend(0u))
            && Ascending(memory.Processed.Select(one => one.Incarnation))
            ? memory
            : throw reader.Refuse(DecodeCode.BadContent, "Incarnations are not told in ascending order.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Own.Write(writer);
        Other.Write(writer);
        writer.WriteUInt8(IsRestoring ? (byte)1 : (byte)0);
        WireList.Write(writer, Held);
        WireList.Write(writer, Processed);
    }

    private static bool Ascending(IEnumerable<uint> numbers) =>
        numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
}
