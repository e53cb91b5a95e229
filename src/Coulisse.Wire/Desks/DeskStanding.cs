using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>What a station remembers of a desk of its own, told first on each connection: a desk that was put back to
/// an old copy sees it by this.</summary>
/// <remarks><code>
/// struct { uint64 number; opaque last[32]; LogReport processed&lt;V&gt;; } DeskStanding;</code></remarks>
/// <param name="Number">The number of its last submission that was decided; 0 before the first.</param>
/// <param name="Last">The hash of that one.</param>
/// <param name="Processed">What it has reported.</param>
public sealed record DeskStanding(ulong Number, Opaque Last, WireList<LogReport> Processed) : IWireValue<DeskStanding>
{
    private const int ReportsMax = 2 * LineLimits.IncarnationsMax;

    /// <inheritdoc/>
    public static DeskStanding Read(ref TlsReader reader) => new(
        Number: reader.ReadUInt64(),
        Last: Opaque.CopyOf(reader.ReadFixed(LineHash.Bytes)),
        Processed: WireList.Read<LogReport>(ref reader, 512 * 1024, ReportsMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteFixed(Last.Span);
        WireList.Write(writer, Processed);
    }
}
