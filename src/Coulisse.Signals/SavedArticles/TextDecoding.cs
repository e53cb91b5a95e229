using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Coulisse.Signals.SavedArticles;

/// <summary>
/// From bytes to text. A byte order mark is believed; then UTF-8 if the bytes are UTF-8; then UTF-16 if zero bytes
/// stand on one side only; then UTF-8 with damage if it has more good sequences than bad ones; then the one-byte
/// page (Windows-1251, 1252, 1256) that its commonest letters point to. Whatever was guessed is reported.
/// </summary>
internal static class TextDecoding
{
    // The commonest lower-case letters of Russian in 1251, and the commonest letters of Arabic in 1256.
    private static readonly SearchValues<byte> CommonIn1251 =
        SearchValues.Create(0xEE, 0xE5, 0xE0, 0xE8, 0xF2, 0xF1, 0xF0, 0xE2);

    private static readonly SearchValues<byte> CommonIn1256 =
        SearchValues.Create(0xC7, 0xE1, 0xCA, 0xC8, 0xD1, 0xE3, 0xE4, 0xE6);

    /// <summary>The text, without its byte order mark; null when the bytes are no text.</summary>
    internal static string? Decode(ReadOnlySpan<byte> file, ReportDraft report)
    {
        var text = Choose(file, report);
        if (text is null || IsBinary(text)) return null;
        return text.Length > 0 && text[0] == Characters.ByteOrderMark ? text[1..] : text;
    }

    private static string? Choose(ReadOnlySpan<byte> file, ReportDraft report)
    {
        if (file.StartsWith<byte>([0xFF, 0xFE])) return Marked(file, Encoding.Unicode, report);
        if (file.StartsWith<byte>([0xFE, 0xFF])) return Marked(file, Encoding.BigEndianUnicode, report);
        if (file.Contains((byte)0)) return Utf16WithoutMark(file, report);
        if (Utf8.IsValid(file)) return Encoding.UTF8.GetString(file);
        if (DamagedUtf8(file) is { } damaged)
        {
            report.Assume(AssumptionKind.BytesReplaced, 0, damaged.ToString(CultureInfo.InvariantCulture));
            return Encoding.UTF8.GetString(file);
        }
        var page = OneBytePage(file);
        report.Assume(AssumptionKind.EncodingGuessed, 0, $"windows-{page}");
        return CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(file);
    }

    /// <summary>UTF-16; null when more than one character in twenty is half a pair, which no text is.</summary>
    private static string? Marked(ReadOnlySpan<byte> file, Encoding encoding, ReportDraft report)
    {
        var text = encoding.GetString(file);
        var replaced = text.AsSpan().Count('\uFFFD');
        if (replaced > text.Length / 20 + 1) return null;
        if (replaced > 0)
            report.Assume(AssumptionKind.BytesReplaced, 0, replaced.ToString(CultureInfo.InvariantCulture));
        return text;
    }

    private static string? Utf16WithoutMark(ReadOnlySpan<byte> file, ReportDraft report)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < file.Length; i++)
        {
            if (file[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        // A stray zero byte does not make a text UTF-16: there, spaces and line ends alone bring more than 1 in 32.
        if (Math.Max(even, odd) < file.Length / 32)
            return Encoding.UTF8.GetString(file);
        if (even > 0 && odd > 0) return null;
        report.Assume(AssumptionKind.EncodingGuessed, 0, odd > 0 ? "utf-16le" : "utf-16be");
        return Marked(file, odd > 0 ? Encoding.Unicode : Encoding.BigEndianUnicode, report);
    }

    /// <summary>The number of bad sequences, when the file is UTF-8 all the same; else null.</summary>
    private static int? DamagedUtf8(ReadOnlySpan<byte> file)
    {
        int good = 0, bad = 0;
        var rest = file;
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var used);
            if (status == OperationStatus.NeedMoreData && good >= bad) return bad + 1; // cut in the middle of a letter
            if (status != OperationStatus.Done) bad++;
            else if (used > 1) good++;
            rest = rest[used..];
        }
        return good > bad ? bad : null;
    }

    private static int OneBytePage(ReadOnlySpan<byte> file)
    {
        int high = 0, low = 0, russian = 0, arabic = 0;
        foreach (var b in file)
        {
            if (b >= 0xC0) high++;
            else if (char.IsAsciiLetter((char)b)) low++;
            if (CommonIn1251.Contains(b)) russian++;
            if (CommonIn1256.Contains(b)) arabic++;
        }
        if (high <= low) return 1252;
        return russian >= arabic ? 1251 : 1256;
    }

    /// <summary>More than one character in twenty is a control other than tab and line end.</summary>
    private static bool IsBinary(string text)
    {
        var bad = 0;
        foreach (var c in text)
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f'))
                bad++;
        return bad > 0 && bad > text.Length / 20;
    }
}
