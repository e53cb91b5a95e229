using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>
/// What a desk gives its own station to be written to a line's log: taken as a whole or refused as a whole. It names
/// the desk's submission before, so that a second desk with the same keys is found out by its second successor.
/// </summary>
/// <remarks><code>
/// struct { opaque line[16]; opaque desk[16]; uint64 number; opaque previous[32]; Envelope envelopes&lt;V&gt;; }
///     Submission;   // numbers from 1 on; previous: zeros for the first</code></remarks>
/// <param name="Line">To which line.</param>
/// <param name="Desk">The identifier of the desk's accreditation.</param>
/// <param name="Number">The desk's own count on this line.</param>
/// <param name="Previous">The hash of its submission before.</param>
/// <param name="Envelopes">Without endorsements, which are the station's to give; a commit is followed by its
/// proposals and welcomes.</param>
public sealed record Submission(LineId Line, Opaque Desk, ulong Number, Opaque Previous, WireList<Envelope> Envelopes)
    : IWireValue<Submission>
{
    private const int HashBytes = 32;

    /// <summary>What the first submission names as the one before.</summary>
    public static Opaque Start { get; } = Opaque.Zeros(HashBytes);

    /// <summary>Whether the fields fit each other.</summary>
    public bool IsWellFormed =>
        Number > 0 && (Number == 1) == (Previous == Start)
        && Envelopes.Count is > 0 and <= LineLimits.SubmissionEnvelopesMax
        && Envelopes.All(envelope => envelope.Endorsement.Length == 0);

    /// <summary>Its hash, with which the next one names it and a verdict answers it.</summary>
    public Opaque Hash() => LineHash.Of("Coulisse 1.0 Submission"u8, WireValue.Encode(this).Span);

    /// <summary>Where in an entry of its own side's log it stands; null if it does not.</summary>
    public ushort? IndexIn(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        for (var first = 0; first + Envelopes.Count <= entry.Envelopes.Count; first++)
        {
            if (Envelopes.Zip(entry.Envelopes.Skip(first)).All(pair =>
                pair.First == pair.Second with { Endorsement = Opaque.Empty }))
                return (ushort)first;
        }
        return null;
    }

    /// <inheritdoc/>
    public static Submission Read(ref TlsReader reader)
    {
        var submission = new Submission(
            Line: LineId.Read(ref reader),
            Desk: Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)),
            Number: reader.ReadUInt64(),
            Previous: Opaque.CopyOf(reader.ReadFixed(HashBytes)),
            Envelopes: WireList.Read<Envelope>(
                ref reader, LineLimits.SubmissionBytesMax, LineLimits.SubmissionEnvelopesMax));
        return submission.IsWellFormed ? submission
            : throw reader.Refuse(DecodeCode.BadContent, "A submission's fields do not fit each other.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Line.Write(writer);
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Number);
        writer.WriteFixed(Previous.Span);
        WireList.Write(writer, Envelopes);
    }
}
