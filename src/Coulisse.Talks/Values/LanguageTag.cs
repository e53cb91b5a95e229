namespace Coulisse.Talks.Values;

/// <summary>The form of a language tag (RFC 5646 §2.1): letters and digits in groups of one to eight.</summary>
public static class LanguageTag
{
    /// <summary>The longest that is taken, as RFC 5646 §4.4.1 advises.</summary>
    public const int CharactersMax = 35;

    /// <summary>Whether this is one.</summary>
    public static bool IsWellFormed(string tag)
    {
        if (tag.Length is 0 or > CharactersMax)
            return false;
        var groups = tag.Split('-');
        return groups[0].Length >= 2 && groups[0].All(char.IsAsciiLetter)
            && groups.All(group => group.Length is >= 1 and <= 8 && group.All(char.IsAsciiLetterOrDigit));
    }

    /// <summary>Whether two tags name one language: without regard to case (RFC 5646 §2.1.1).</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
