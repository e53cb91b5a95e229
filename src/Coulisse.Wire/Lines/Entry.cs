using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// One link of a station's log: what one group commit took in. Nothing is ever written only to acknowledge.
/// </summary>
/// <remarks><code>
/// struct { opaque line[16]; uint16 side; EntryPlace place; EntryLink follows; Envelope envelopes&lt;V&gt;; } Entry;
/// </code>
/// The hash of an entry is SHA-256 of <c>opaque label&lt;V&gt;</c>, "Coulisse 1.0 Entry", and the encoding.</remarks>
/// <param name="Line">The line.</param>
/// <param name="Side">Whose log.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Follows">The entry before; of an earlier incarnation only for the first of a new one.</param>
/// <param name="Envelopes">At least one, in the order in which they were taken.</param>
public sealed record Entry(LineId Line, Side Side, EntryPlace Place, EntryLink Follows, WireList<Envelope> Envelopes)
    : IWireValue<Entry>
{
    internal static ReadOnlySpan<byte> Label => "Coulisse 1.0 Entry"u8;

    /// <summary>Whether the place is the next one, or the first of a later incarnation with the next number.</summary>
    public bool IsWellFormed =>
        Place is { Incarnation: > 0, Sequence: > 0 and <= SequenceRange.LastMax }
            && Place.Sequence == Follows.Place.Sequence + 1
        && Place.Incarnation >= Math.Max(1, Follows.Place.Incarnation)
        && Envelopes.Count is > 0 and <= LineLimits.EntryEnvelopesMax;

    /// <summary>The hash of an entry with this encoding.</summary>
    public static Opaque HashOf(Opaque encoding) => LineHash.Of(Label, encoding.Span);

    /// <inheritdoc/>
    public static Entry Read(ref TlsReader reader)
    {
        var entry = new Entry(
            Line: LineId.Read(ref reader),
            Side: WireFields.ReadKnown<Side>(ref reader, reader.ReadUInt16(), "A side"),
            Place: EntryPlace.Read(ref reader),
            Follows: EntryLink.Read(ref reader),
            Envelopes: WireList.Read<Envelope>(
                ref reader, LineLimits.EntryBytesMax, LineLimits.EntryEnvelopesMax));
        return entry.IsWellFormed ? entry
            : throw reader.Refuse(DecodeCode.BadContent, "An entry is not in the place after the one it follows.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Line.Write(writer);
        writer.WriteUInt16((ushort)Side);
        Place.Write(writer);
        Follows.Write(writer);
        WireList.Write(writer, Envelopes);
    }
}
