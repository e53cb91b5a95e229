using System.Globalization;
using System.Text;

namespace Coulisse.Signals.Accounts.Names;

/// <summary>Two texts that a reader cannot tell apart have the same skeleton.</summary>
/// <remarks>UTS #39 §4, with data of Unicode 15.0. A skeleton is for comparing and never for showing.</remarks>
public static class Confusables
{
    /// <summary>The skeleton of UTS #39: NFD, invisible characters dropped, each character replaced by its
    /// prototype, NFD again. Upper and lower case stay apart.</summary>
    /// <param name="text">Well-formed UTF-16.</param>
    public static string Skeleton(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Prototypes(Visible(text.Normalize(NormalizationForm.FormD))).Normalize(NormalizationForm.FormD);
    }

    /// <summary>What may exist only once among names: a skeleton blind to case, to compatibility forms such as
    /// fullwidth or mathematical letters, and to the spaces and marks between words.</summary>
    /// <remarks>
    /// UTS #39 leaves case to its user, and case cuts through confusability: "I" looks like "l" but is the
    /// capital of "i"; "В" looks like "B" but its small "в" like nothing Latin. So every letter is compared in
    /// the case in which it looks Latin, capitals first. It follows that "Ian" and "lan" are one name here.
    /// </remarks>
    public static string CaselessSkeleton(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var capitals = new StringBuilder();
        foreach (var rune in Visible(text.Normalize(NormalizationForm.FormKD)).EnumerateRunes())
        {
            if (!IsSeparator(rune))
                capitals.Append(LatinLook(rune));
        }
        var small = capitals.ToString().ToLowerInvariant();
        return Prototypes(small.Normalize(NormalizationForm.FormD)).Normalize(NormalizationForm.FormD);
    }

    /// <summary>The caseless skeleton without marks above, below and through letters: "ëdítor" is "editor".</summary>
    public static string BareSkeleton(string text) => string.Concat(CaselessSkeleton(text).EnumerateRunes()
        .Where(r => Rune.GetUnicodeCategory(r)
            is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)));

    /// <summary>Whether a character changes nothing that can be seen, or only the order of what can.</summary>
    internal static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        // Default_Ignorable_Code_Point beyond the format characters: grapheme joiner, fillers, selectors.
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);

    private static string LatinLook(Rune rune)
    {
        var capital = Prototypes(Rune.ToUpperInvariant(rune).ToString());
        if (LooksLatin(capital))
            return capital;
        var itself = Prototypes(rune.ToString());
        return LooksLatin(itself) ? Prototypes(itself.ToUpperInvariant()) : capital;
    }

    private static bool LooksLatin(string text) => text.Any(char.IsAsciiLetterOrDigit);

    private static bool IsSeparator(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsPunctuation(rune);

    private static string Visible(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => !IsInvisible(r)));

    private static string Prototypes(string text)
    {
        var skeleton = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            skeleton.Append(ConfusableData.Prototype(rune) ?? rune.ToString());
        return skeleton.ToString();
    }
}
