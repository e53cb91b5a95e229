using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>How far one side is with one incarnation of the other's log.</summary>
/// <remarks><code>
/// struct { uint32 incarnation; SequenceRange stored&lt;V&gt;; SequenceRange processed&lt;V&gt;; } LogProgress;
/// </code></remarks>
/// <param name="Incarnation">Which.</param>
/// <param name="Stored">What is on that station's disk.</param>
/// <param name="Processed">What each of its desks has processed: part of what is stored.</param>
public sealed record LogProgress(uint Incarnation, SequenceSet Stored, SequenceSet Processed) : IWireValue<LogProgress>
{
    /// <inheritdoc/>
    public static LogProgress Read(ref TlsReader reader)
    {
        var progress = new LogProgress(
            Incarnation: reader.ReadUInt32(),
            Stored: SequenceSet.Read(ref reader),
            Processed: SequenceSet.Read(ref reader));
        return progress.Incarnation > 0 && progress.Processed.Intersect(progress.Stored).Equals(progress.Processed)
            ? progress
            : throw reader.Refuse(DecodeCode.BadContent, "Incarnations count from 1; what is processed is stored.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt32(Incarnation);
        Stored.Write(writer);
        Processed.Write(writer);
    }
}
