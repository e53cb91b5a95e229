using Coulisse.Crypto.Codec;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Exports;

/// <summary>A copy that left this desk: kept for good, so that every copy is known.</summary>
/// <remarks><c>protocol/vault.md</c>: <code>
/// struct { uint64 number; uint64 at; opaque room&lt;V&gt;; opaque by&lt;V&gt;; opaque for&lt;V&gt;;
///          uint64 orders&lt;V&gt;; opaque hash[32];
///          select (against) { case no: ; case yes: uint16 quoting; }; } ExportRecord;</code></remarks>
/// <param name="Number">From 1, never given twice.</param>
/// <param name="At">When, by this desk's clock; Unix time in milliseconds.</param>
/// <param name="Room">Of which room.</param>
/// <param name="By">The office of the desk, with its party.</param>
/// <param name="For">For whom, as whoever made it said.</param>
/// <param name="Orders">Which messages, by their numbers here.</param>
/// <param name="Hash">SHA-256 of the copy's text.</param>
/// <param name="Against">What the terms of the room said of quoting, if the copy was made against them; else
/// none.</param>
internal sealed record ExportRecord(ulong Number, ulong At, RoomId Room, string By, string For,
    WireList<ExportedOrder> Orders, Opaque Hash, Quoting Against = default) : IWireValue<ExportRecord>
{
    internal const int WordsBytesMax = 1_024;
    internal const int MessagesMax = 4_096;

    public static ExportRecord Read(ref TlsReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64(),
        new(reader.ReadOpaque(RoomId.BytesMax)), Text(reader.ReadVector(WordsBytesMax)),
        Text(reader.ReadVector(WordsBytesMax)),
        WireList.Read<ExportedOrder>(ref reader, MessagesMax * sizeof(ulong), MessagesMax),
        Opaque.CopyOf(reader.ReadFixed(32)), reader.Remaining == 0 ? default : (Quoting)reader.ReadUInt16());

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteUInt64(At);
        writer.WriteVector(Room.Value);
        writer.WriteVector(System.Text.Encoding.UTF8.GetBytes(By));
        writer.WriteVector(System.Text.Encoding.UTF8.GetBytes(For));
        WireList.Write(writer, Orders);
        writer.WriteFixed(Hash.Span);
        if (Against != default)
            writer.WriteUInt16((ushort)Against);
    }

    /// <summary>Which and for whom it is, never what it says.</summary>
    public override string ToString() => $"copy {Number} of {Orders.Count} messages";

    private static string Text(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}

/// <summary>The number of a message in its room here.</summary>
internal readonly record struct ExportedOrder(ulong Value) : IWireValue<ExportedOrder>
{
    public static ExportedOrder Read(ref TlsReader reader) => new(reader.ReadUInt64());

    public void Write(TlsWriter writer) => writer.WriteUInt64(Value);
}
