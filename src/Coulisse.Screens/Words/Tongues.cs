namespace Coulisse.Screens.Words;

/// <summary>Languages that words may be in, each by its own name; those of the United Nations first.</summary>
internal static class Tongues
{
    internal static IReadOnlyList<(string Tag, string Name)> All { get; } =
    [
        ("ar", "العربية"), ("en", "English"), ("es", "Español"), ("fr", "Français"), ("ru", "Русский"),
        ("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("am", "አማርኛ"), ("az", "Azərbaycanca"), ("de", "Deutsch"),
        ("fa", "فارسی"), ("he", "עברית"), ("hi", "हिन्दी"), ("hy", "Հայերեն"), ("it", "Italiano"), ("ja", "日本語"),
        ("ka", "ქართული"), ("kk", "Қазақша"), ("ko", "한국어"), ("ky", "Кыргызча"), ("ps", "پښتو"),
        ("pt", "Português"), ("so", "Soomaali"), ("sr", "Српски"), ("sw", "Kiswahili"), ("tg", "Тоҷикӣ"),
        ("ti", "ትግርኛ"), ("tr", "Türkçe"), ("uk", "Українська"), ("ur", "اردو"), ("uz", "Oʻzbekcha"),
    ];

    /// <summary>A language's own name; its tag if it is not among these.</summary>
    internal static string Name(string tag) => All.FirstOrDefault(one => string.Equals(one.Tag, tag,
        StringComparison.OrdinalIgnoreCase)).Name ?? tag;
}
