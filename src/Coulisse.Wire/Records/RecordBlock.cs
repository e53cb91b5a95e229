using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Records;

/// <summary>
/// What stands before a record's text: whose it is, how it is cut, who signed. It stands first, so that of a record
/// that was cut short every part that is left can still be checked, and what is missing be named.
/// </summary>
/// <remarks>Parsed is not verified: see <see cref="IsVerified"/>.</remarks>
internal sealed record RecordBlock(RoomId Room, LineParties Parties, RecordTable Table,
    ImmutableArray<RecordSignature> Signatures)
{
    internal const string Marker = "RECORD 1";
    internal const string Advice =
        "signed by both parties if two have signed; to check it: coulisse verify FILE --seal PUBFILE --seal PUBFILE";

    private const int CharactersMax = 64;

    internal static byte[] EndLine { get; } = SealLine.Write(SealBlock.End);

    /// <summary>What each signature's lines begin with.</summary>
    internal static readonly string[] Places = ["first", "second"];

    internal RecordTerms Terms => new(Room, Parties, Table.Body);

    /// <summary>Whether each signature is its signer's over this table.</summary>
    internal bool IsVerified => Signatures[0].IsOver(Terms, null)
        && (Signatures.Length == 1 || Signatures[1].IsOver(Terms, Signatures[0]));

    internal byte[] Write()
    {
        var block = new ArrayBufferWriter<byte>();
        foreach (var words in Lines())
            block.Write(SealLine.Write(words));
        return block.WrittenSpan.ToArray();
    }

    /// <summary>The block of exactly these bytes; null for any others. There is one encoding only.</summary>
    internal static RecordBlock? Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new SealWords(bytes);
        if (lines.Next() != Marker || lines.Next() != Advice || RoomId.FromHex(lines.Field("room")) is not { } room
            || PartiesOf(lines.Field("a"), lines.Field("b")) is not { } parties
            || ReadParts(ref lines) is not { } parts || SealBlock.ReadPieces(ref lines) is not { } pieces
            || ReadSignatures(ref lines) is not { } signatures || lines.Next() != SealBlock.End)
            return null;
        var block = new RecordBlock(room, parties, new(parts, pieces), signatures);
        return block.Write().AsSpan().SequenceEqual(bytes) ? block : null;
    }

    private IEnumerable<string> Lines()
    {
        yield return Marker;
        yield return Advice;
        yield return $"room {Room}";
        yield return $"a {Parties.A}";
        yield return $"b {Parties.B}";
        yield return string.Create(CultureInfo.InvariantCulture, $"parts {Table.Lines.Length}");
        for (var part = 0; part < Table.Lines.Length; part++)
            yield return string.Create(CultureInfo.InvariantCulture, $"part {part + 1} lines {Table.Lines[part]}");
        yield return string.Create(CultureInfo.InvariantCulture, $"pieces {Table.Pieces.Length}");
        for (var piece = 0; piece < Table.Pieces.Length; piece++)
            yield return SealBlock.PieceWords(piece, Table.Pieces[piece]);
        foreach (var line in Signatures.Zip(Places).SelectMany(one => Lines(one.First, one.Second)))
            yield return line;
        yield return SealBlock.End;
    }

    private static IEnumerable<string> Lines(RecordSignature signature, string place)
    {
        var number = 0;
        foreach (var piece in Convert.ToBase64String(WireValue.Encode(signature.Accreditation).Span)
            .Chunk(CharactersMax))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{place}-accreditation {++number} {new string(piece)}");
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{place}-head {signature.Head.Number} {signature.Head.Hash}");
        yield return $"{place}-signed {SealBlock.Text(signature.SignedAt)}";
        yield return $"{place}-signature {signature.Signature}";
    }

    private static LineParties? PartiesOf(string? a, string? b) => a is null || b is null || a == b
        || !PartyRules.IsName(a) || !PartyRules.IsName(b) ? null : LineParties.Of(a, b);

    private static ImmutableArray<int>? ReadParts(ref SealWords lines)
    {
        if (!int.TryParse(lines.Field("parts"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > RecordLimits.PartsMax)
            return null;
        var parts = ImmutableArray.CreateBuilder<int>(count);
        for (var part = 0; part < count; part++)
        {
            if (lines.Next()?.Split(' ') is not ["part", _, "lines", var typed]
                || !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 1 or > RecordLimits.LinesMax)
                return null;
            parts.Add(number);
        }
        return parts.MoveToImmutable();
    }

    private static ImmutableArray<RecordSignature>? ReadSignatures(ref SealWords lines)
    {
        if (ReadSignature(ref lines, Places[0]) is not { } first)
            return null;
        return !lines.IsAt(Places[1]) ? [first]
            : ReadSignature(ref lines, Places[1]) is { } second ? [first, second] : null;
    }

    private static RecordSignature? ReadSignature(ref SealWords lines, string place)
    {
        var base64 = new System.Text.StringBuilder();
        while (lines.IsAt($"{place}-accreditation") && base64.Length <= 2 * RecordSignature.BytesMax)
        {
            if (lines.Next()?.Split(' ') is not [_, _, var piece])
                return null;
            base64.Append(piece);
        }
        if (Accredited(base64.ToString()) is not { } accreditation
            || HeadOf(lines.Field($"{place}-head")?.Split(' ')) is not { } head
            || SealBlock.Instant(lines.Field($"{place}-signed")) is not { } at
            || !Opaque.TryFromHex(lines.Field($"{place}-signature"),
                Crypto.Signatures.SignaturePublicKey.SignatureBytes, out var signature))
            return null;
        return new(accreditation, head, at, signature);
    }

    private static ChainHead? HeadOf(string[]? words) => words is [var number, var hash]
        && ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
        && Opaque.TryFromHex(hash, SealEntryContent.HashBytes, out var bytes)
        && (entry == 0) == (bytes == ChainHead.None.Hash) ? new(entry, bytes) : null;

    private static Sealed<Accreditations.Accreditation>? Accredited(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
            return null;
        try
        {
            return WireValue.Decode<Sealed<Accreditations.Accreditation>>(bytes.AsSpan(0, length));
        }
        catch (DecodeException)
        {
            return null;
        }
    }
}
