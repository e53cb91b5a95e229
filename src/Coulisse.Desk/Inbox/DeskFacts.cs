using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;

namespace Coulisse.Desk.Inbox;

/// <summary>What a desk has submitted and processed on its line.</summary>
/// <param name="Number">The number of its last decided submission.</param>
/// <param name="Last">The hash of that one.</param>
/// <param name="NextItem">The key of the next item of the outbox.</param>
/// <param name="Processed">The entries of both logs that need not be given again.</param>
internal sealed record DeskFacts(ulong Number, Opaque Last, ulong NextItem, WireList<LogReport> Processed)
    : IWireValue<DeskFacts>
{
    private const ushort Version = 1;

    internal static DeskFacts Empty { get; } = new(0, Submission.Start, 1, []);

    public static DeskFacts Read(ref TlsReader reader) => reader.ReadUInt16() == Version
        ? new(reader.ReadUInt64(), Opaque.CopyOf(reader.ReadFixed(32)), reader.ReadUInt64(),
            WireList.Read<LogReport>(ref reader, 1 << 20, 256))
        : throw reader.Refuse(DecodeCode.UnknownValue, "The vault was written by another version.");

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Version);
        writer.WriteUInt64(Number);
        writer.WriteFixed(Last.Span);
        writer.WriteUInt64(NextItem);
        WireList.Write(writer, Processed);
    }
}
