using System.Collections.Frozen;

namespace Coulisse.Signals.SavedArticles;

/// <summary>The language of a text by its script, and within Latin by its commonest small words.</summary>
internal static class LanguageGuess
{
    private const int CharsLookedAt = 20_000;
    private const int WordsNeeded = 3;

    private static readonly (string Language, FrozenSet<string> Words)[] Latin =
    [
        ("en", Words.Set("the and of to in that is was for with on as by it")),
        ("fr", Words.Set("le les des et est une dans que pour qui du au ce sur par avec")),
        ("de", Words.Set("der die das und ist nicht ein eine mit den von zu auf für sich dem")),
        ("es", Words.Set("el los las y una que por con del se no su es al lo")),
    ];

    /// <summary>Null when too little points anywhere.</summary>
    internal static string? Of(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, CharsLookedAt));
        int latin = 0, cyrillic = 0, arabic = 0;
        foreach (var c in start)
        {
            if (c is >= '\u0400' and <= '\u04FF') cyrillic++;
            else if (c is >= '\u0600' and <= '\u06FF') arabic++;
            else if (char.IsLetter(c)) latin++;
        }
        if (cyrillic > latin && cyrillic >= arabic) return "ru";
        if (arabic > latin) return "ar";
        return LatinLanguage(start.ToString().ToLowerInvariant());
    }

    private static string? LatinLanguage(string text)
    {
        var words = text.Split([' ', '\n', ',', '.', '\u00A0', '\'', '\u2019', '\r', '\t']);
        var (language, hits) = Latin
            .Select(l => (l.Language, Hits: words.Count(l.Words.Contains)))
            .MaxBy(l => l.Hits);
        return hits >= WordsNeeded ? language : null;
    }
}
