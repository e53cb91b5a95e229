using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>A station's answer to one submission.</summary>
/// <remarks><code>
/// struct { uint64 number; opaque submission[32]; uint16 kind; EntryPlace place; uint16 index; } Verdict;
/// </code></remarks>
/// <param name="Number">The submission's.</param>
/// <param name="Submission">Its hash.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Place">The entry that holds it, if it was taken; else none.</param>
/// <param name="Index">The position of its first envelope in that entry; else 0.</param>
public sealed record Verdict(ulong Number, Opaque Submission, VerdictKind Kind, EntryPlace Place, ushort Index)
    : IWireValue<Verdict>
{
    /// <summary>Of a submission that could not be written down: nothing in it was decided, or even read.</summary>
    public static Verdict NotStored { get; } =
        new(0, Desks.Submission.Start, VerdictKind.NotStored, EntryPlace.None, 0);

    /// <inheritdoc/>
    public static Verdict Read(ref TlsReader reader)
    {
        var verdict = new Verdict(
            Number: reader.ReadUInt64(),
            Submission: Opaque.CopyOf(reader.ReadFixed(32)),
            Kind: WireFields.ReadKnown<VerdictKind>(ref reader, reader.ReadUInt16(), "A verdict"),
            Place: EntryPlace.Read(ref reader),
            Index: reader.ReadUInt16());
        return (verdict.Kind == VerdictKind.Taken) == (verdict.Place != EntryPlace.None) ? verdict
            : throw reader.Refuse(DecodeCode.BadContent, "A verdict has a place without being taken, or the reverse.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteFixed(Submission.Span);
        writer.WriteUInt16((ushort)Kind);
        Place.Write(writer);
        writer.WriteUInt16(Index);
    }
}
