using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>What a station remembers of a desk of its own, told first on each connection: a desk that was put back to
/// an old copy sees it by this.</summary>
/// <remarks><code>
/// struct { uint64 number; opaque last[32]; LogReport processed&lt;V&gt;; EntryLink own; EntryLink other; }
/// DeskStanding;</code></remarks>
/// <param name="Number">The number of its last submission that was decided; 0 before the first.</param>
/// <param name="Last">The hash of that one.</param>
/// <param name="Processed">What it has reported.</param>
/// <param name="Own">The highest entry of the own log that it has reported; the start if none.</param>
/// <param name="Other">The same of the other's log.</param>
public sealed record DeskStanding(
    ulong Number, Opaque Last, WireList<LogReport> Processed, EntryLink Own, EntryLink Other) : IWireValue<DeskStanding>
{
    private const int ReportsMax = 2 * LineLimits.IncarnationsMax;

    /// <inheritdoc/>
    public static DeskStanding Read(ref TlsReader reader) => new(
        Number: reader.ReadUInt64(),
        Last: Opaque.CopyOf(reader.ReadFixed(LineHash.Bytes)),
        Processed: WireList.Read<LogReport>(ref reader, 512 * 1024, ReportsMax),
        Own: EntryLink.Read(ref reader),
        Other: EntryLink.Read(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteFixed(Last.Span);
        WireList.Write(writer, Processed);
        Own.Write(writer);
        Other.Write(writer);
    }
}
