using System.Globalization;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Pairings;

/// <summary>One of the codes that a letter is shown as: its place among them, which letter it is of, and its
/// bytes.</summary>
/// <remarks><c>protocol/credence.md</c>: <c>COULISSE:LETTER:1:NUMBER:TOTAL:CHECK:CONTENT</c></remarks>
internal sealed record LetterPart(int Number, int Total, string Check, Opaque Content)
{
    internal const int PartsMax = 99;

    /// <summary>So that a code holds no more than a camera reads from a screen at arm's length.</summary>
    internal const int ContentBytesMax = 640;

    private const string Heading = "COULISSE:LETTER:";
    private const string Version = "1";
    private const int Fields = 5; // after the heading
    private const int CharactersMax = 1_024;
    private const int CheckBytes = 8;

    internal static string CheckOf(ReadOnlySpan<byte> letter) =>
        Convert.ToHexString(SHA256.HashData(letter).AsSpan(0, CheckBytes));

    /// <summary>As it stands in a code.</summary>
    internal string Write() => string.Create(CultureInfo.InvariantCulture,
        $"{Heading}{Version}:{Number}:{Total}:{Check}:{Base45.Encode(Content.Span)}");

    /// <summary>Reads any text whatever; why it is none, if it is none.</summary>
    internal static (LetterPart? Part, LetterCodesRefusal Why) Read(string text)
    {
        if (text.Length > CharactersMax || !text.StartsWith(Heading, StringComparison.Ordinal))
            return (null, LetterCodesRefusal.Unrelated);
        var fields = text[Heading.Length..].Split(':', Fields);
        if (fields[0] != Version && fields[0].Length > 0 && fields[0].All(char.IsAsciiDigit))
            return (null, LetterCodesRefusal.OtherVersion);
        if (fields.Length != Fields || Of(fields[1]) is not { } number || Of(fields[2]) is not { } total
            || number > total || fields[3].Length != 2 * CheckBytes
            || Base45.Decode(fields[4]) is not { Length: > 0 and <= ContentBytesMax } content)
            return (null, LetterCodesRefusal.Damaged);
        var part = new LetterPart(number, total, fields[3], Opaque.CopyOf(content));
        return part.Write() == text ? (part, default) : (null, LetterCodesRefusal.Damaged); // one form alone is taken
    }

    private static int? Of(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture,
        out var value) && value is > 0 and <= PartsMax ? value : null;
}
