using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Desks;

/// <summary>What a desk gives its station back when that says that its file may be an old copy: all that the other
/// station is not known to have, in the order of the log, and at the end what it remembers.</summary>
/// <remarks><code>
/// struct { uint16 kind; select (kind) { case 1: opaque entry&lt;V&gt;; case 2: EntryPlace place; uint16 index;
///          Submission; case 3: DeskMemory; }; } DeskOffer;</code></remarks>
public abstract record DeskOffer : IWireValue<DeskOffer>
{
    private const ushort EntryKind = 1;
    private const ushort SubmissionKind = 2;
    private const ushort MemoryKind = 3;

    /// <summary>The longest, in bytes.</summary>
    public const int BytesMax = LineLimits.EntryBytesMax + 1_024;

    private DeskOffer()
    {
    }

    /// <summary>An entry of the own log, as the station gave it.</summary>
    public sealed record OfEntry(Opaque Entry) : DeskOffer;

    /// <summary>A submission of its own; where it was taken, or no place if there was no verdict.</summary>
    public sealed record OfSubmission(EntryPlace Place, ushort Index, Submission Submission) : DeskOffer;

    /// <summary>What it remembers; nothing comes after it.</summary>
    public sealed record OfMemory(DeskMemory Memory) : DeskOffer;

    /// <inheritdoc/>
    public static DeskOffer Read(ref TlsReader reader) => reader.ReadUInt16() switch
    {
        EntryKind => new OfEntry(reader.ReadOpaque(LineLimits.EntryBytesMax + 128)),
        SubmissionKind => new OfSubmission(
            EntryPlace.Read(ref reader), reader.ReadUInt16(), Submission.Read(ref reader)),
        MemoryKind => new OfMemory(DeskMemory.Read(ref reader)),
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "An offer is of a kind this version does not know."),
    };

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(this switch { OfEntry => EntryKind, OfSubmission => SubmissionKind, _ => MemoryKind });
        if (this is OfEntry entry)
        {
            writer.WriteVector(entry.Entry);
        }
        else if (this is OfSubmission submission)
        {
            submission.Place.Write(writer);
            writer.WriteUInt16(submission.Index);
            submission.Submission.Write(writer);
        }
        else if (this is OfMemory memory)
        {
            memory.Memory.Write(writer);
        }
    }
}
