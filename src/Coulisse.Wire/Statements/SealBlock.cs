using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Statements;

/// <summary>What stands under a sealed text: the seal's entry and the table of pieces that it signs.</summary>
/// <remarks>Parsed is not verified: see <see cref="Verified"/>.</remarks>
internal sealed record SealBlock(SealEntryContent Content, Opaque Signature, ImmutableArray<Piece> Pieces)
{
    internal const string LinePrefixText = "%% ";
    internal const string Marker = "SEAL 1";
    internal const string End = "END";
    internal const string Advice = "covers every byte above; to check it: coulisse verify FILE";
    internal const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal static ReadOnlySpan<byte> LinePrefix => "%% "u8;

    internal static byte[] MarkerLine { get; } = SealLine.Write(Marker);

    internal static byte[] EndLine { get; } = SealLine.Write(End);

    internal byte[] Write()
    {
        var block = new ArrayBufferWriter<byte>();
        foreach (var words in Lines())
            block.Write(SealLine.Write(words));
        return block.WrittenSpan.ToArray();
    }

    /// <summary>The block of exactly these bytes; null for any others. There is one encoding only.</summary>
    internal static SealBlock? Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new SealWords(bytes);
        if (lines.Next() != Marker || lines.Next() != Advice
            || lines.Field("party") is not { } party || !PartyRules.IsName(party)
            || SealPublicKey.FromHex(lines.Field("key")) is not { } key
            || !ulong.TryParse(lines.Field("entry"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !Opaque.TryFromHex(lines.Field("previous"), SealEntryContent.HashBytes, out var previous)
            || Kind(lines.Field("kind")) is not { } kind
            || Instant(lines.Field("claimed")) is not { } claimed
            || !Opaque.TryFromHex(lines.Field("body"), SealEntryContent.HashBytes, out var body)
            || ReadPieces(ref lines) is not { } pieces
            || !Opaque.TryFromHex(lines.Field("signature"), SignaturePublicKey.SignatureBytes, out var signature)
            || lines.Next() != End)
            return null;
        var block = new SealBlock(new(party, key, number, previous, kind, claimed, body), signature, pieces);
        return block.Write().AsSpan().SequenceEqual(bytes) ? block : null;
    }

    /// <summary>The entry, when its signature is the named key's and its body is this table; else null.</summary>
    internal SealEntry? Verified() =>
        Piece.BodyOf(Pieces) == Content.Body ? SealEntry.Verified(Content, Signature) : null;

    internal static string Text(DateTimeOffset instant) => instant.ToString(InstantForm, CultureInfo.InvariantCulture);

    private IEnumerable<string> Lines()
    {
        yield return Marker;
        yield return Advice;
        yield return $"party {Content.Party}";
        yield return $"key {Content.Key}";
        yield return string.Create(CultureInfo.InvariantCulture, $"entry {Content.Number}");
        yield return $"previous {Content.Previous}";
        yield return $"kind {KindWord(Content.Kind)}";
        yield return $"claimed {Text(Content.ClaimedAt)}";
        yield return $"body {Content.Body}";
        yield return string.Create(CultureInfo.InvariantCulture, $"pieces {Pieces.Length}");
        for (var index = 0; index < Pieces.Length; index++)
            yield return PieceWords(index, Pieces[index]);
        yield return $"signature {Signature}";
        yield return End;
    }

    internal static string PieceWords(int index, Piece piece) => string.Create(CultureInfo.InvariantCulture,
        $"piece {index + 1} line {piece.Line} bytes {piece.Length} {Base64(piece.Hash)}");

    private static string Base64(Opaque hash) => Convert.ToBase64String(hash.Span).TrimEnd('=');

    internal static ImmutableArray<Piece>? ReadPieces(ref SealWords lines)
    {
        // A piece takes more bytes in the table than the least text it covers, so the file's limit bounds the count.
        if (!int.TryParse(lines.Field("pieces"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > StatementLimits.FileBytesMax / 64)
            return null;
        var pieces = ImmutableArray.CreateBuilder<Piece>(Math.Min(count, 1024));
        for (var index = 0; index < count; index++)
        {
            if (lines.Next()?.Split(' ') is not ["piece", _, "line", var line, "bytes", var length, var hash]
                || !int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var lineNumber)
                || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                || bytes is < 1 or > Piece.BytesMax || Hash(hash) is not { } hashBytes)
                return null;
            pieces.Add(new(lineNumber, bytes, hashBytes));
        }
        return pieces.ToImmutable();
    }

    private static Opaque? Hash(string base64)
    {
        Span<byte> hash = stackalloc byte[SealEntryContent.HashBytes];
        return base64.Length == 43 && Convert.TryFromBase64String(base64 + '=', hash, out var written)
            && written == hash.Length
            ? Opaque.CopyOf(hash)
            : null;
    }

    private static string KindWord(SealEntryKind kind) => kind switch
    {
        SealEntryKind.Statement => "statement",
        SealEntryKind.StatementWithdrawn => "statement-withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static SealEntryKind? Kind(string? word) => word switch
    {
        "statement" => SealEntryKind.Statement,
        "statement-withdrawn" => SealEntryKind.StatementWithdrawn,
        _ => null,
    };

    internal static DateTimeOffset? Instant(string? text) => DateTimeOffset.TryParseExact(text, InstantForm,
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
        ? instant
        : null;
}
