using System.Globalization;
using System.Text;

namespace Coulisse.Signals.Threads;

/// <summary>Typed text made safe to stand among other people's: NFC, line feeds, no characters that steer the display.</summary>
/// <remarks>
/// Left out without a word, because they come along with pasted text and nobody sees them: control characters, bidirectional
/// embeddings, overrides and isolates, zero-width spaces, soft hyphens, tag characters, non-characters, more than
/// <see cref="MarksMax"/> combining marks in a row. Kept, because writing needs them: zero-width joiner and non-joiner,
/// left-to-right, right-to-left and Arabic letter marks.
/// </remarks>
internal static class CleanText
{
    private const int MarksMax = 8;

    public static string Of(string typed)
    {
        var kept = new StringBuilder(typed.Length);
        var marks = 0;
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                ? marks + 1 : 0;
            if (rune.Value == '\t')
                kept.Append(' ');
            else if (marks <= MarksMax && !IsLeftOut(rune))
                kept.Append(rune.ToString());
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>One line, every run of white space one space: the form in which quoted words are compared.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in Of(text))
        {
            if (!char.IsWhiteSpace(character))
                line.Append(character);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd(' ');
    }

    private static bool IsLeftOut(Rune rune) => rune.Value switch
    {
        '\n' => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,             // C0, C1
        0x00AD or 0x200B or 0x2060 or 0xFEFF => true,        // soft hyphen, zero-width space, word joiner, byte-order mark
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => true, // bidi embeddings, overrides, isolates; deprecated
        >= 0xFFF9 and <= 0xFFFB => true,                     // interlinear annotation
        >= 0xFDD0 and <= 0xFDEF => true,                     // non-characters
        >= 0xE0000 and <= 0xE0FFF => !(rune.Value is >= 0xE0100 and <= 0xE01EF), // tags; not variation selectors
        var value => (value & 0xFFFE) == 0xFFFE,             // the last two of each plane
    };
}
