using System.Globalization;
using System.Text;

namespace Coulisse.Terminal;

/// <summary>Text of others on a terminal: what could steer it, or turn the reading direction, is made
/// visible.</summary>
public static class PlainLine
{
    private const string Instead = "�";

    /// <summary>The text in one line.</summary>
    public static string Of(string text) => With(text, keepsLines: false);

    /// <summary>The text with its line ends and tabs, and nothing else that is no character.</summary>
    public static string Lines(string text) => With(text, keepsLines: true);

    private static string With(string text, bool keepsLines)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (keepsLines && rune.Value is '\n' or '\t')
                plain.Append(rune.ToString());
            else
                plain.Append(IsPlain(rune) ? rune.ToString() : Instead);
        }
        return plain.ToString();
    }

    // Format characters join letters in Persian and emoji; only those that turn the direction of what follows steer.
    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Format => rune.Value is not (>= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069),
        _ => true,
    };
}
