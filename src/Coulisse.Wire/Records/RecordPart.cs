using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Records;

/// <summary>A part of what is put on record.</summary>
public abstract record RecordPart
{
    private RecordPart(WireList<RecordWords> words) => Words = words;

    /// <summary>The words, in one or several languages.</summary>
    public WireList<RecordWords> Words { get; }

    /// <summary>What the record is about, in the words of whoever proposed it. Always the first.</summary>
    public sealed record Subject(WireList<RecordWords> Words) : RecordPart(Words);

    /// <summary>What was said, in other words than those of the talk.</summary>
    public sealed record Minutes(WireList<RecordWords> Words) : RecordPart(Words);

    /// <summary>A message of the room, word for word.</summary>
    /// <param name="Author">Whose.</param>
    /// <param name="Number">Its author's own number for it.</param>
    /// <param name="Written">When it was written, by its author's clock; whole milliseconds.</param>
    /// <param name="Name">The message's name in the room, 32 bytes.</param>
    /// <param name="Act">The act that it is, as it travelled; none for words alone.</param>
    /// <param name="Words">The words; of an act those beside it.</param>
    public sealed record Message(RecordAuthor Author, ulong Number, DateTimeOffset Written, Opaque Name,
        Opaque Act, WireList<RecordWords> Words) : RecordPart(Words);
}
