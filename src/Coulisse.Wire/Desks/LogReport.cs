using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>What of one incarnation of one log a desk has processed. It never takes back what an earlier one
/// said.</summary>
/// <remarks><code>
/// struct { uint16 side; uint32 incarnation; SequenceRange processed&lt;V&gt;; } LogReport;</code></remarks>
/// <param name="Side">Whose log.</param>
/// <param name="Incarnation">Which incarnation, from 1.</param>
/// <param name="Processed">The entries that need not be given again.</param>
public sealed record LogReport(Side Side, uint Incarnation, SequenceSet Processed) : IWireValue<LogReport>
{
    /// <inheritdoc/>
    public static LogReport Read(ref TlsReader reader) => new(
        Side: WireFields.ReadKnown<Side>(ref reader, reader.ReadUInt16(), "A side"),
        Incarnation: reader.ReadUInt32() is > 0 and var incarnation ? incarnation
            : throw reader.Refuse(DecodeCode.BadContent, "Incarnations are counted from 1."),
        Processed: SequenceSet.Read(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Side);
        writer.WriteUInt32(Incarnation);
        Processed.Write(writer);
    }
}
