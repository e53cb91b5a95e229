using System.Collections.Frozen;

namespace Coulisse.Signals.SavedArticles;

/// <summary>The words of the six languages that saved pages are read in.</summary>
internal static class Languages
{
    internal static readonly FrozenDictionary<string, string> ByCommentWord = Invert(
        ("en", "comment comments"),
        ("fr", "commentaire commentaires"),
        ("ru", "комментарий комментария комментарии комментариев комментариям"),
        ("ar", "تعليق تعليقات تعليقا تعليقان تعليقين التعليقات"),
        ("de", "kommentar kommentare kommentaren"),
        ("es", "comentario comentarios"));

    private static readonly FrozenDictionary<string, string[]> MonthsByLanguage = new Dictionary<string, string[]>
    {
        ["en"] = Split("January February March April May June July August September October November December"),
        ["fr"] = Split("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ["ru"] = Split("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        ["ar"] = Split("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        ["de"] = Split("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        ["es"] = Split("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    }.ToFrozenDictionary();

    private static readonly string[] OtherMonthNames =
    [
        "jan janv januar jänner enero ene янв январь كانون_الثاني",
        "feb févr fév fevrier fev febr фев февр февраль شباط",
        "mar mär mrz maerz март мар آذار اذار",
        "apr avr abr апр апрель نيسان ابريل إبريل",
        "may mai май أيار ايار ماي",
        "jun июн июнь حزيران يونية",
        "jul juil июл июль تموز يوليه",
        "aug aout ago авг август آب اب اغسطس غشت",
        "sep sept set setiembre сен сент сентябрь أيلول ايلول شتنبر",
        "oct okt окт октябрь تشرين_الأول تشرين_الاول اكتوبر",
        "nov ноя нояб ноябрь تشرين_الثاني نونبر",
        "dec déc dez dic decembre дек декабрь كانون_الأول كانون_الاول دجنبر",
    ];

    internal static readonly FrozenDictionary<string, int> MonthByName = Months();

    internal static bool IsKnown(string? language) => language is not null && MonthsByLanguage.ContainsKey(language);

    /// <summary>A date and time as people write it in the language (English when unknown);
    /// <see cref="DateLine"/> reads it.</summary>
    internal static string DateText(LocalMinute minute, string? language)
    {
        var months = MonthsByLanguage[IsKnown(language) ? language! : "en"];
        var at = minute.Value;
        return FormattableString.Invariant($"{at.Day} {months[at.Month - 1]} {at.Year} {at.Hour:00}:{at.Minute:00}");
    }

    /// <summary>"3 commentaires" in the language (English when unknown); the word alone without a count.</summary>
    internal static string CountText(int? count, string? language)
    {
        var word = CountWord(count, IsKnown(language) ? language! : "en");
        return count is { } stated ? FormattableString.Invariant($"{stated} {word}") : word;
    }

    private static string CountWord(int? count, string language) => language switch
    {
        "fr" => count is 0 or 1 ? "commentaire" : "commentaires",
        "ru" => (count % 10, count % 100) switch
        {
            (null, _) => "комментарии",
            (1, not 11) => "комментарий",
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => "комментария",
            _ => "комментариев",
        },
        "ar" => count is null || count % 100 is >= 3 and <= 10 ? "تعليقات" : "تعليق",
        "de" => count is 1 ? "Kommentar" : "Kommentare",
        "es" => count is 1 ? "comentario" : "comentarios",
        _ => count is 1 ? "comment" : "comments",
    };

    private static FrozenDictionary<string, int> Months()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var names in MonthsByLanguage.Values)
            for (var month = 1; month <= 12; month++)
                months[names[month - 1].ToLowerInvariant()] = month;
        for (var month = 1; month <= 12; month++)
            foreach (var name in Split(OtherMonthNames[month - 1]))
                months[name] = month;
        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> Invert(params (string Language, string Words)[] lists) => lists
        .SelectMany(list => Split(list.Words).Select(word => KeyValuePair.Create(word, list.Language)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
