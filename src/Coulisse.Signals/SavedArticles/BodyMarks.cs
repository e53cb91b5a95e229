namespace Coulisse.Signals.SavedArticles;

/// <summary>The marks that open a line of the body: dash, bullet, ">" and "## ".</summary>
internal static class BodyMarks
{
    internal static bool Any(string text) => IsDash(text) || IsBullet(text) || IsQuoted(text) || IsHeading(text);

    internal static bool IsDash(string text) =>
        text.Length > 2 && Characters.IsDash(text[0]) && char.IsWhiteSpace(text[1]);

    internal static bool IsBullet(string text) =>
        text.Length > 2 && Characters.IsBullet(text[0]) && char.IsWhiteSpace(text[1]);

    internal static bool IsQuoted(string text) => text[0] == '>';

    internal static bool IsHeading(string text) => text.Length > 3 && text.StartsWith("## ", StringComparison.Ordinal);

    /// <summary>The text behind a mark of one character.</summary>
    internal static string After(string text) => text[1..].Trim();

    /// <summary>One short line that starts like a sentence and does not end like one.</summary>
    internal static bool LooksLikeHeading(string text)
    {
        if (text.Length > SavedArticleLimits.HeadingCharsMax || text.Contains('\n')) return false;
        if (char.IsLower(text[0]) || !text.Any(char.IsLetter)) return false;
        var last = text[^1];
        return char.IsLetterOrDigit(last) || last == ')';
    }
}
