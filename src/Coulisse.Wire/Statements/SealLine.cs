using System.Security.Cryptography;
using System.Text;

namespace Coulisse.Wire.Statements;

/// <summary>
/// One line of a seal block: "%% ", words, a space, and a check of eight hexadecimal digits (the first four bytes of
/// the SHA-256 of all before that space). The check protects nothing; it shows which line was changed, and to what.
/// </summary>
internal static class SealLine
{
    private const int CheckDigits = 8;

    /// <summary>The line for these words, LF included.</summary>
    internal static byte[] Write(string words) => WithCheck(Encoding.UTF8.GetBytes(SealBlock.LinePrefixText + words));

    /// <summary>The line for this content, which starts with "%% ".</summary>
    internal static byte[] WithCheck(ReadOnlySpan<byte> content)
    {
        Span<byte> check = stackalloc byte[CheckDigits];
        WriteCheck(content, check);
        return [.. content, (byte)' ', .. check, (byte)'\n'];
    }

    /// <summary>
    /// The bytes of the words, when the line (LF excluded) is one of a seal and its check fits; else empty.
    /// </summary>
    internal static ReadOnlySpan<byte> Words(ReadOnlySpan<byte> line)
    {
        var contentEnd = line.Length - CheckDigits - 1;
        if (contentEnd <= SealBlock.LinePrefix.Length || line[contentEnd] != ' '
            || !line.StartsWith(SealBlock.LinePrefix))
            return default;
        Span<byte> check = stackalloc byte[CheckDigits];
        WriteCheck(line[..contentEnd], check);
        return check.SequenceEqual(line[(contentEnd + 1)..]) ? line[SealBlock.LinePrefix.Length..contentEnd] : default;
    }

    internal static bool IsWhole(ReadOnlySpan<byte> line) => !Words(line).IsEmpty;

    private static void WriteCheck(ReadOnlySpan<byte> content, Span<byte> digits)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        Convert.TryToHexStringLower(hash[..(CheckDigits / 2)], digits, out _);
    }
}
