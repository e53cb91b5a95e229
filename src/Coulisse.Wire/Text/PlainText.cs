using System.Buffers;
using System.Text;

namespace Coulisse.Wire.Text;

/// <summary>
/// Which characters may stand in text that is signed and shown: composed (NFC), no control characters but the line
/// feed, nothing that reorders or hides what is read. What is refused is in <c>protocol/statement.md</c>.
/// </summary>
public static class PlainText
{
    private static readonly (int First, int Last)[] Refused =
    [
        (0x200B, 0x200B), // zero width space
        (0x2028, 0x202E), // line and paragraph separators, embeddings and overrides of direction
        (0x2060, 0x206F), // invisible operators, isolates, deprecated format characters
        (0xFDD0, 0xFDEF), // not characters
        (0xFEFF, 0xFEFF), // byte order mark
        (0xFFF9, 0xFFFB), // interlinear annotation
        (0xE0000, 0xE0FFF), // tags and supplementary variation selectors
    ];

    /// <summary>Whether a text of one line is made of allowed characters only, composed, and not blank.</summary>
    public static bool IsGoodLine(string text) =>
        FirstBadCharacter(text) is null && !text.Contains('\n', StringComparison.Ordinal)
        && text.IsNormalized() && text.Length > 0 && text == text.Trim();

    /// <summary>
    /// The first character that is not allowed: its index in UTF-16 units and its number; null when all are.
    /// </summary>
    public static (int Index, int CodePoint)? FirstBadCharacter(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var index = 0;
        while (index < text.Length)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var used) != OperationStatus.Done)
                return (index, text[index]);
            if (IsRefused(rune))
                return (index, rune.Value);
            index += used;
        }
        return null;
    }

    internal static bool IsRefused(Rune rune) =>
        rune.Value != '\n'
        && (Rune.IsControl(rune)
            || (rune.Value & 0xFFFE) == 0xFFFE
            || Array.Exists(Refused, range => rune.Value >= range.First && rune.Value <= range.Last));
}
