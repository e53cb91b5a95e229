using System.Globalization;
using System.Text;

namespace Coulisse.Signals.Moderation;

/// <summary>A page's words and phrases that want a look. Whole words; how they are compared is the given <c>fold</c>.</summary>
public sealed class WordList
{
    private readonly Func<string, string> _fold;
    private readonly string[] _phrases;

    /// <param name="words">Words or phrases.</param>
    /// <param name="fold">Makes what a reader takes for the same word the same string.</param>
    public WordList(IEnumerable<string> words, Func<string, string> fold)
    {
        _fold = fold;
        _phrases = [.. words.Select(Spaced).Where(phrase => phrase.Length > 1)];
    }

    /// <summary>Letter case and compatibility forms do not count.</summary>
    public static string FoldCase(string words) => words.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    public bool IsIn(string text)
    {
        if (_phrases.Length == 0)
            return false;
        var spaced = Spaced(text);
        return _phrases.Any(phrase => spaced.Contains(phrase, StringComparison.Ordinal));
    }

    // " word word ": one space around each word, so that a phrase is found by whole words only. Joiners inside a word vanish.
    private string Spaced(string text)
    {
        var spaced = new StringBuilder(" ");
        foreach (var rune in _fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune))
                spaced.Append(rune.ToString());
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && spaced[^1] != ' ')
                spaced.Append(' ');
        }
        if (spaced[^1] != ' ')
            spaced.Append(' ');
        return spaced.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
