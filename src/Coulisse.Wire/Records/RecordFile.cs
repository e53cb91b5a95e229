using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Records;

/// <summary>
/// A record as one file of UTF-8 lines that a person can read and anybody can check, offline:
/// <c>protocol/record.md</c>.
/// </summary>
public static class RecordFile
{
    /// <summary>The file.</summary>
    /// <param name="room">The room.</param>
    /// <param name="parties">Its parties.</param>
    /// <param name="parts">What is on record.</param>
    /// <param name="signatures">The first, and perhaps the second.</param>
    /// <exception cref="ArgumentException">The parts break a rule, or a signature is not over them.</exception>
    public static byte[] Write(RoomId room, LineParties parties, IReadOnlyList<RecordPart> parts,
        params ImmutableArray<RecordSignature> signatures)
    {
        if (RecordText.Write(parties, parts) is not { } text || signatures.Length is 0 or > 2
            || new RecordBlock(room, parties, RecordTable.Of(text), signatures) is not { IsVerified: true } block)
            throw new ArgumentException("A record is written of parts that keep the rules and of their signatures.",
                nameof(parts));
        return [.. block.Write(), .. text.SelectMany(part => part)];
    }

    /// <summary>Whether these bytes are meant as a record, damaged or not.</summary>
    public static bool IsMeantAsOne(ReadOnlySpan<byte> file)
    {
        // Two places far enough apart that one change leaves one of them.
        var start = file[..Math.Min(file.Length, 512)];
        return !start.StartsWith("COULISSE "u8) && (start.IndexOf("%% RECORD "u8) >= 0
            || start.IndexOf("to check it: coulisse verify FILE --seal"u8) >= 0
            || (file.Length is > 0 and < 12 && "%% RECORD 1 "u8.StartsWith(file)));
    }

    /// <summary>Checks any bytes whatever; never throws, and takes at most some seconds.</summary>
    public static RecordVerification Verify(ReadOnlySpan<byte> file)
    {
        if (file.Length > RecordLimits.FileBytesMax)
            return new RecordVerification.NotARecord(NotARecordReason.TooLarge);
        if (!IsMeantAsOne(file))
            return new RecordVerification.NotARecord(NotARecordReason.Unrelated);
        if (Strict(file) is not var (block, text))
            return RecordDiagnosis.Of(file);
        return RecordText.Read(block.Parties, text.Span) is { } parts
            ? new RecordVerification.Genuine(new(block.Terms, parts, block.Signatures))
            : new RecordVerification.NotARecord(NotARecordReason.BreaksRules);
    }

    /// <summary>The block and the text that fits it; null if anything differs.</summary>
    internal static (RecordBlock Block, Opaque Text)? Strict(ReadOnlySpan<byte> file)
    {
        var length = BlockLength(file);
        return length > 0 && RecordBlock.Parse(file[..length]) is { IsVerified: true } block
            && SealedFile.Fits(file[length..], block.Table.Pieces)
            && block.Table.Lines.Sum() == file[length..].Count((byte)'\n')
            ? (block, Opaque.CopyOf(file[length..])) : null;
    }

    /// <summary>How long the block is, its end line included; 0 if there is none.</summary>
    internal static int BlockLength(ReadOnlySpan<byte> file)
    {
        for (var from = 0; file[from..].IndexOf(RecordBlock.EndLine) is var at and >= 0;)
        {
            from += at;
            if (from == 0 || file[from - 1] == '\n')
                return from + RecordBlock.EndLine.Length;
            from++;
        }
        return 0;
    }
}
