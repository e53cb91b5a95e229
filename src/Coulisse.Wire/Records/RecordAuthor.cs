using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Records;

/// <summary>An author of messages in a record: the desk, its side, and its office in one language.</summary>
/// <remarks><c>protocol/record.md</c>: <code>
/// struct { opaque desk[16]; uint16 side; opaque office&lt;V&gt;; } RecordAuthor; // side: 1 A, 2 B
/// </code></remarks>
/// <param name="Desk">The identifier of the desk, 16 bytes.</param>
/// <param name="Side">Whose.</param>
/// <param name="Office">What they are, as their party's seal wrote it.</param>
public sealed record RecordAuthor(Opaque Desk, Side Side, string Office) : IWireValue<RecordAuthor>
{
    /// <summary>All authors of a record, encoded, in bytes.</summary>
    public const int ListBytesMax = 8 * 1024;

    /// <inheritdoc/>
    public static RecordAuthor Read(ref TlsReader reader) => new(
        Desk: Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)),
        Side: WireFields.ReadKnown<Side>(ref reader, reader.ReadUInt16(), "A side"),
        Office: WireFields.ReadLine(ref reader, OfficeName.TextBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt16((ushort)Side);
        WireFields.WriteText(writer, Office);
    }
}
