using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Records;

namespace Coulisse.Desk.Records;

/// <summary>What an act puts on record, as the parts of a record; the same on every desk that has the
/// messages.</summary>
internal static class RecordMaking
{
    /// <summary>The parts; null if an author is not named, or is named twice or for nothing.</summary>
    internal static ImmutableArray<RecordPart>? PartsOf(
        TalkAct.RecordProposed proposed, ImmutableArray<TranscriptEntry> passage)
    {
        if (AuthorsIn(proposed.Authors) is not { } authors
            || authors.DistinctBy(one => one.Desk).Count() != authors.Count)
            return null;
        var byDesk = authors.ToDictionary(one => one.Desk);
        var parts = ImmutableArray.CreateBuilder<RecordPart>();
        parts.Add(new RecordPart.Subject(WordsOf(proposed.Subject)));
        if (proposed.Minutes.Length > 0)
            parts.Add(new RecordPart.Minutes(WordsOf(proposed.Minutes)));
        foreach (var entry in passage)
        {
            if (!byDesk.TryGetValue(DeskOf(entry), out var author) || author.Side != SideOf(entry.Author.Side))
                return null;
            parts.Add(new RecordPart.Message(author, entry.Number, entry.Claimed.ToDateTimeOffset(),
                Opaque.Owning(entry.Id.ToBytes()), entry.Content.Act is { } act ? Opaque.Owning(ActBytes.Write(act))
                    : Opaque.Empty, WordsOf(entry.Content.Words)));
        }
        return byDesk.Count == passage.Select(DeskOf).Distinct().Count() ? parts.ToImmutable() : null;
    }

    /// <summary>What is said of the authors of a passage, by what their parties' seals say; null if one is not
    /// known.</summary>
    internal static Octets? AuthorsOf(
        IEnumerable<TranscriptEntry> passage, Func<Opaque, Sealed<Accreditation>?> accreditationOf)
    {
        var authors = ImmutableArray.CreateBuilder<RecordAuthor>();
        foreach (var entry in passage.DistinctBy(DeskOf))
        {
            if (accreditationOf(DeskOf(entry)) is not { } accreditation)
                return null;
            authors.Add(new(DeskOf(entry), SideOf(entry.Author.Side), accreditation.Content.OfficeIn("en")));
        }
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        WireList.Write(new TlsWriter(bytes), WireList.From(authors));
        return Octets.CopyOf(bytes.WrittenSpan);
    }

    private static WireList<RecordAuthor>? AuthorsIn(Octets bytes)
    {
        try
        {
            var reader = new TlsReader(bytes.Span);
            var authors = WireList.Read<RecordAuthor>(ref reader, RecordAuthor.ListBytesMax, RecordLimits.MessagesMax);
            reader.End();
            return authors;
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    private static WireList<RecordWords> WordsOf(IEnumerable<Wording> words) =>
        WireList.From(words.Select(one => new RecordWords(one.Language, one.Text)));

    private static Opaque DeskOf(TranscriptEntry entry) => Opaque.Owning(entry.Author.Id.ToBytes());

    private static Wire.Lines.Side SideOf(Side side) => side == Side.A ? Wire.Lines.Side.A : Wire.Lines.Side.B;
}
