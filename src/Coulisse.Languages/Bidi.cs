using System.Text;

namespace Coulisse.Languages;

/// <summary>Keeps a value of the other writing direction from disturbing the sentence around it.</summary>
/// <remarks>Unicode Standard Annex #9 §2.4.2. The isolates are characters and not markup, so that a text is
/// right in a title, an attribute, a feed or a mail alike.</remarks>
internal static class Bidi
{
    /// <summary>FIRST STRONG ISOLATE: what follows finds its own direction, and left to right if it has none.</summary>
    internal const char Open = '\u2068';

    /// <summary>POP DIRECTIONAL ISOLATE.</summary>
    internal const char Close = '\u2069';

    /// <summary>The value, isolated where the sentence's direction would otherwise reorder it.</summary>
    internal static string Isolate(string value, bool inRightToLeft)
    {
        var clean = WithoutStrayControls(value);
        return NeedsIsolation(clean, inRightToLeft) ? Open + clean + Close : clean;
    }

    /// <summary>Whether a character steers direction without being seen.</summary>
    internal static bool IsControl(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool NeedsIsolation(string value, bool inRightToLeft)
    {
        if (IsIsolated(value))
            return false;
        bool left = false, right = false, plainDigits = true;
        foreach (var rune in value.EnumerateRunes())
        {
            right |= IsRightToLeft(rune);
            left |= Rune.IsLetter(rune) && !IsRightToLeft(rune);
            plainDigits &= rune.Value is >= '0' and <= '9';
        }
        // "+1" has no letter at all, and yet a right-to-left sentence would show it as "1+".
        return inRightToLeft ? left || (!right && !plainDigits) : right;
    }

    private static bool IsIsolated(string value) =>
        value.Length >= 2 && value[0] == Open && value[^1] == Close
        && value.AsSpan(1, value.Length - 2).IndexOfAny(Open, Close) < 0;

    // Values come from people: an override or a lone "pop" in them must not reach past their own end.
    private static string WithoutStrayControls(string value) =>
        !value.Any(IsControl) || IsIsolated(value) ? value : string.Concat(value.Where(c => !IsControl(c)));

    // The blocks whose letters are R or AL in DerivedBidiClass.txt (Hebrew to Arabic Extended-A, the
    // presentation forms, and the right-to-left part of plane 1), digits left out of no account here.
    private static bool IsRightToLeft(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
