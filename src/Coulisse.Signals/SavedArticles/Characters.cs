using System.Buffers;
using System.Text;

namespace Coulisse.Signals.SavedArticles;

/// <summary>What single characters mean in a saved text, and the cleaning that every text goes through.</summary>
internal static class Characters
{
    /// <summary>Word joiner: a line that begins with it is text whatever it looks like.</summary>
    internal const char Guard = '\u2060';

    internal const char ByteOrderMark = '\uFEFF';

    internal static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u0085\u2028\u2029");

    internal static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n'))]);

    // Joiners U+200C and U+200D are ordinary spelling in several languages and in emoji: not in the list.
    internal static readonly SearchValues<char> Invisibles = SearchValues.Create(
        "\u00AD\u061C\u180E\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E" +
        "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF");

    internal static bool IsInvisible(char c) => Invisibles.Contains(c);

    /// <summary>The value of an ASCII, Arabic-Indic or extended Arabic-Indic digit, or -1.</summary>
    internal static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\u0660' and <= '\u0669' => c - '\u0660',
        >= '\u06F0' and <= '\u06F9' => c - '\u06F0',
        _ => -1,
    };

    internal static bool IsMinus(char c) => c is '-' or '\u2212' or '\u2012' or '\u2013' or '\uFE63' or '\uFF0D';

    internal static bool IsDash(char c) =>
        c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015';

    internal static bool IsBullet(char c) =>
        c is '*' or '\u2022' or '\u25E6' or '\u2023' or '\u00B7' or '\u25AA' or '\u25CF';

    /// <summary>Cuts at a number of UTF-16 units, never between the halves of a pair, and trims the end.</summary>
    internal static string Cut(string text, int charsMax)
    {
        if (text.Length <= charsMax) return text;
        var end = char.IsHighSurrogate(text[charsMax - 1]) ? charsMax - 1 : charsMax;
        return text[..end].TrimEnd();
    }

    /// <summary>Nothing to take out or to replace; pairs of surrogates are looked at by <see cref="Clean"/>.</summary>
    internal static bool IsClean(ReadOnlySpan<char> text) =>
        !text.ContainsAny(Controls) && !text.ContainsAnyInRange('\uD800', '\uDFFF');

    /// <summary>Takes out control characters and replaces halves of pairs; line ends are the caller's matter.</summary>
    internal static string Clean(ReadOnlySpan<char> text)
    {
        if (IsClean(text)) return text.ToString();
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || !Controls.Contains((char)rune.Value))
                kept.Append(rune);
        return kept.ToString();
    }

    /// <summary>A clean text without other blanks than single spaces inside.</summary>
    private static bool IsOneLine(string text)
    {
        if (!IsClean(text) || text[0] == ' ' || text[^1] == ' ') return false;
        for (var i = 0; i < text.Length; i++)
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || text[i - 1] == ' '))
                return false;
        return true;
    }

    /// <summary>One trimmed line: line ends and runs of blanks become one space.</summary>
    internal static string OneLine(string? text, int charsMax)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.Length <= charsMax && IsOneLine(text)) return text;
        var kept = new StringBuilder(Math.Min(text.Length, charsMax));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length > charsMax) break;
            if (Rune.IsWhiteSpace(rune))
            {
                if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
            }
            else if (!rune.IsBmp || !Controls.Contains((char)rune.Value))
            {
                kept.Append(rune);
            }
        }
        return Cut(kept.ToString(), charsMax).TrimEnd();
    }
}
