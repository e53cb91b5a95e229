using System.Globalization;
using System.Text;

namespace Coulisse.Talks.Words;

/// <summary>
/// A text as words are compared in it: decomposed, simple case folding, each kind of space one space, Arabic vowel
/// signs and the stretching line left out. It knows for each of its characters where it stood.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<Rune> runes = [];
    private readonly List<int> places = [];

    internal FoldedText(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var part in Decomposed(rune).EnumerateRunes())
            {
                if (IsLeftOut(part))
                    continue;
                runes.Add(Fold(part));
                places.Add(Length);
            }
            Length++;
        }
    }

    /// <summary>Of the text as it was, in scalars.</summary>
    internal int Length { get; private set; }

    internal IReadOnlyList<Rune> Runes => runes;

    /// <summary>Where the character stood in the text as it was; behind its end for the one behind the last.</summary>
    internal int PlaceOf(int index) => index < places.Count ? places[index] : Length;

    /// <summary>Whether a word may begin or end between this character and the one before.</summary>
    internal bool IsBoundary(int index) =>
        index == 0 || index == runes.Count || !IsWord(runes[index - 1]) || !IsWord(runes[index])
        || ((IsWithoutSpaces(runes[index - 1]) || IsWithoutSpaces(runes[index])) && !IsMark(runes[index]));

    internal bool Has(IReadOnlyList<Rune> needle, int index)
    {
        if (index + needle.Count > runes.Count)
            return false;
        for (var place = 0; place < needle.Count; place++)
        {
            if (runes[index + place] != needle[place])
                return false;
        }
        return true;
    }

    // The runtime normalizes no noncharacters, and the other side may send some.
    private static string Decomposed(Rune rune) =>
        rune.IsAscii || (rune.Value & 0xfffe) == 0xfffe || rune.Value is >= 0xfdd0 and <= 0xfdef
            ? rune.ToString() : rune.ToString().Normalize(NormalizationForm.FormD);

    // To upper case and down again also brings the final sigma and the long s to their like.
    private static Rune Fold(Rune rune) => Rune.IsWhiteSpace(rune) ? new(' ')
        : Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));

    private static bool IsLeftOut(Rune rune) => rune.Value is (>= 0x64b and <= 0x652) or 0x670 or 0x640 or 0xad;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value == '_';

    // Thai, Lao, Myanmar, Khmer, kana, Han: there a word ends without a sign of it.
    private static bool IsWithoutSpaces(Rune rune) => rune.Value
        is (>= 0x0e00 and <= 0x0eff) or (>= 0x1000 and <= 0x109f)
        or (>= 0x1780 and <= 0x17ff) or (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x4dbf)
        or (>= 0x4e00 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff);
}
