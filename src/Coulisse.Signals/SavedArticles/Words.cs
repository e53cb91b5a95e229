using System.Collections.Frozen;
using System.Text;

namespace Coulisse.Signals.SavedArticles;

/// <summary>A short line as the words and numbers that the count and date readers look at.</summary>
/// <remarks>Lower case, digits as ASCII, no invisible characters, no vowel marks, letters composed.</remarks>
internal static class Words
{
    internal enum Sort
    {
        Word,
        Number,
        Sign,
    }

    /// <param name="Text">A word, or the sign.</param>
    /// <param name="Value">Of a number; at most nine digits.</param>
    /// <param name="Digits">How many digits the number has.</param>
    internal readonly record struct Token(Sort Sort, string Text, int Value = 0, int Digits = 0)
    {
        internal bool Is(string text) => Sort != Sort.Number && Text == text;
    }

    private const int TokensMax = 32;

    /// <summary>Null when the line is longer, has more parts or a longer number than any count or date.</summary>
    internal static List<Token>? Of(string line, int charsMax)
    {
        // Composing letters throws on this one noncharacter, which stands in no count or date.
        if (line.Length > charsMax || line.Contains('\uFFFE')) return null;
        var text = Ascii.IsValid(line) ? line : line.Normalize(NormalizationForm.FormC);
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || Characters.IsInvisible(c))
            {
                i++;
                continue;
            }
            if (tokens.Count == TokensMax) return null;
            var start = i;
            if (Characters.Digit(c) >= 0)
            {
                var value = 0;
                for (; i < text.Length && Characters.Digit(text[i]) is >= 0 and var digit; i++)
                {
                    if (i - start == 9) return null;
                    value = value * 10 + digit;
                }
                tokens.Add(new(Sort.Number, "", value, i - start));
            }
            else if (char.IsLetter(c))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || IsVowelMark(text[i]))) i++;
                tokens.Add(new(Sort.Word, Lower(text.AsSpan(start, i - start))));
            }
            else
            {
                i++;
                tokens.Add(new(Sort.Sign, c.ToString()));
            }
        }
        return tokens;
    }

    internal static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static bool IsVowelMark(char c) => c is >= '\u064B' and <= '\u0652' or '\u0640';

    private static string Lower(ReadOnlySpan<char> word)
    {
        var kept = new StringBuilder(word.Length);
        foreach (var c in word)
            if (!IsVowelMark(c))
                kept.Append(char.ToLowerInvariant(c));
        return kept.ToString();
    }
}
