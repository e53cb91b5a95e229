using System.Globalization;
using System.Text;

namespace Coulisse.Signals.Accounts.Names;

/// <summary>Whether a word keeps to one script, or to scripts that are written together.</summary>
/// <remarks>UTS #39 §5.2, "Highly Restrictive", asked of each word and not of the whole name: a person may
/// write a name in two scripts side by side, but nobody writes one word so.</remarks>
internal static class ScriptMix
{
    // ISO 15924. What Japanese, Chinese and Korean mix with Latin inside a word.
    private static readonly string[][] WrittenTogether =
        [["Latn", "Hani", "Hira", "Kana"], ["Latn", "Hani", "Bopo"], ["Latn", "Hani", "Hang"]];

    internal static bool IsAllowed(string word)
    {
        var letters = word.EnumerateRunes().Select(ConfusableData.Scripts).OfType<IReadOnlySet<string>>()
            .Where(scripts => !scripts.Contains("Zyyy") && !scripts.Contains("Zinh")).ToArray();
        return letters.Length == 0
            || letters[0].Any(script => letters.All(l => l.Contains(script)))
            || WrittenTogether.Any(together => letters.All(l => l.Overlaps(together)));
    }

    /// <summary>UTS #39 §5.3: all digits of a text count from the same zero.</summary>
    internal static bool DigitsAgree(string text) => text.EnumerateRunes()
        .Where(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.DecimalDigitNumber)
        .Select(r => r.Value - (int)Rune.GetNumericValue(r)).Distinct().Count() <= 1;
}
