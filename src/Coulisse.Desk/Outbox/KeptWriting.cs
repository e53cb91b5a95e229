using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Outbox;

/// <summary>What our station has taken: an entry of the own log as it gave it, or, before that, the own submission in
/// it.</summary>
/// <param name="Place">Of the entry.</param>
/// <param name="Index">Of the submission's first envelope in it.</param>
/// <param name="Submission">Encoded; empty once the entry is here.</param>
/// <param name="Entry">Encoded; empty before.</param>
internal sealed record KeptWriting(EntryPlace Place, ushort Index, Opaque Submission, Opaque Entry)
    : IWireValue<KeptWriting>
{
    internal int Bytes => Submission.Length + Entry.Length;

    internal bool IsSubmission => Entry.Length == 0;

    internal IReadOnlyList<Envelope> Envelopes => IsSubmission
        ? WireValue.Decode<Submission>(Submission.Span).Envelopes : WireValue.Decode<Entry>(Entry.Span).Envelopes;

    internal DeskOffer Offer => IsSubmission
        ? new DeskOffer.OfSubmission(Place, Index, WireValue.Decode<Submission>(Submission.Span))
        : new DeskOffer.OfEntry(Entry);

    public static KeptWriting Read(ref TlsReader reader) => new(EntryPlace.Read(ref reader), reader.ReadUInt16(),
        reader.ReadOpaque(LineLimits.SubmissionBytesMax + 128), reader.ReadOpaque(LineLimits.EntryBytesMax + 128));

    public void Write(TlsWriter writer)
    {
        Place.Write(writer);
        writer.WriteUInt16(Index);
        writer.WriteVector(Submission);
        writer.WriteVector(Entry);
    }
}
