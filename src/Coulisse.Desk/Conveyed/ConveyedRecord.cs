using Coulisse.Crypto.Codec;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Conveyed;

/// <summary>Words of one room that an officer conveyed to another: kept for good, so that it is known what crossed, and
/// by whose hand.</summary>
/// <remarks><c>protocol/vault.md</c>: <code>
/// struct { uint64 number; uint64 at; opaque from&lt;V&gt;; opaque from_party&lt;V&gt;; uint64 orders&lt;V&gt;;
///          opaque into&lt;V&gt;; opaque into_party&lt;V&gt;; uint64 order; opaque by&lt;V&gt;; uint8 is_own_wording;
///          opaque hash[32];
///          select (against) { case no: ; case yes: uint16 quoting; }; } ConveyedRecord;</code></remarks>
/// <param name="Number">From 1, never given twice.</param>
/// <param name="At">When, by this desk's clock; Unix time in milliseconds.</param>
/// <param name="From">The room whose words they were.</param>
/// <param name="FromParty">The other party there; our own, of a caucus.</param>
/// <param name="Orders">Which messages, by their numbers here.</param>
/// <param name="Into">The room in which they were said.</param>
/// <param name="IntoParty">The other party there.</param>
/// <param name="Order">As which message, by its number here.</param>
/// <param name="By">The office of the desk, with its party.</param>
/// <param name="IsOwnWording">Whether they were said in words of the officer's own.</param>
/// <param name="Hash">SHA-256 of what was said.</param>
/// <param name="Against">What the terms of the first room said of quoting, if it was conveyed against them; else
/// none.</param>
internal sealed record ConveyedRecord(ulong Number, ulong At, RoomId From, string FromParty,
    WireList<Exports.ExportedOrder> Orders, RoomId Into, string IntoParty, ulong Order, string By, bool IsOwnWording,
    Opaque Hash, Quoting Against = default) : IWireValue<ConveyedRecord>
{
    /// <summary>The most messages that are conveyed at once.</summary>
    internal const int MessagesMax = 256;

    private const int WordsBytesMax = 1_024;

    public static ConveyedRecord Read(ref TlsReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64(),
        new(reader.ReadOpaque(RoomId.BytesMax)), Text(reader.ReadVector(WordsBytesMax)),
        WireList.Read<Exports.ExportedOrder>(ref reader, MessagesMax * sizeof(ulong), MessagesMax),
        new(reader.ReadOpaque(RoomId.BytesMax)), Text(reader.ReadVector(WordsBytesMax)), reader.ReadUInt64(),
        Text(reader.ReadVector(WordsBytesMax)), reader.ReadUInt8() != 0, Opaque.CopyOf(reader.ReadFixed(32)),
        reader.Remaining == 0 ? default : (Quoting)reader.ReadUInt16());

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteUInt64(At);
        writer.WriteVector(From.Value);
        writer.WriteVector(System.Text.Encoding.UTF8.GetBytes(FromParty));
        WireList.Write(writer, Orders);
        writer.WriteVector(Into.Value);
        writer.WriteVector(System.Text.Encoding.UTF8.GetBytes(IntoParty));
        writer.WriteUInt64(Order);
        writer.WriteVector(System.Text.Encoding.UTF8.GetBytes(By));
        writer.WriteUInt8(IsOwnWording ? (byte)1 : (byte)0);
        writer.WriteFixed(Hash.Span);
        if (Against != default)
            writer.WriteUInt16((ushort)Against);
    }

    /// <summary>Which it is, never what was said.</summary>
    public override string ToString() => $"conveyed {Number}, of {Orders.Count} messages";

    private static string Text(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
