using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace Coulisse.Languages;

/// <summary>A language of the interface: its phrases, and how it writes numbers, dates and languages.</summary>
/// <remarks>
/// Nothing here asks the machine's culture data: months and patterns stand in the language's file, so a page
/// reads the same on every server. Digits are 0–9 in every language, Arabic too: much of the Arabic press
/// prints them so, and scores, times and comment numbers stay equal across the editions that one thread joins.
/// Answers are plain text; whoever puts them into HTML encodes them.
/// </remarks>
public sealed class InterfaceLanguage
{
    private const char Minus = '\u2212';

    private readonly LanguageFile _file;
    private readonly PluralRules _rules;
    private readonly Phrase _day;
    private readonly Phrase _minute;
    private readonly FrozenDictionary<string, PhraseForms> _phrases;

    internal InterfaceLanguage(LanguageFile file, PluralRules rules, Phrase day, Phrase minute,
        FrozenDictionary<string, PhraseForms> phrases) =>
        (_file, _rules, _day, _minute, _phrases) = (file, rules, day, minute, phrases);

    /// <summary>The BCP 47 tag, for <c>lang</c>.</summary>
    public string Code => _file.Code;

    /// <summary>The language's name in itself.</summary>
    public string Name => _file.Name;

    /// <summary><c>ltr</c> or <c>rtl</c>, for <c>dir</c>.</summary>
    public string Direction => _file.Direction;

    public bool IsRightToLeft => _file.Direction == "rtl";

    /// <summary>Every key, sorted.</summary>
    public IEnumerable<string> Keys => _phrases.Keys.Order(StringComparer.Ordinal);

    /// <summary>A phrase that takes no value.</summary>
    /// <exception cref="KeyNotFoundException">No file has this key.</exception>
    /// <exception cref="ArgumentException">The phrase needs values.</exception>
    public string this[string key] => Text(key);

    /// <summary>A phrase with its values: text as it is, whole numbers as this language writes them.</summary>
    /// <exception cref="KeyNotFoundException">No file has this key.</exception>
    /// <exception cref="ArgumentException">A value is missing, not asked for, or neither text nor number.</exception>
    public string Text(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var forms = Forms(key);
        var phrase = forms.In(PhraseForms.Plain) ?? throw new ArgumentException(
            $"The phrase \"{key}\" depends on a number: use Count.", nameof(key));
        return Fill(key, phrase, forms.Names, values);
    }

    /// <summary>A phrase in the form that goes with <paramref name="n"/>, which also fills <c>{n}</c>.</summary>
    /// <exception cref="KeyNotFoundException">No file has this key.</exception>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>; or no number matters here.</exception>
    public string Count(string key, long n, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var forms = Forms(key);
        var phrase = forms.In(_rules.Category(PluralOperands.Of(n))) ?? throw new ArgumentException(
            $"The phrase \"{key}\" does not depend on a number: use Text.", nameof(key));
        return Fill(key, phrase, forms.Names, [("n", n), .. values]);
    }

    /// <summary>A whole number with this language's digit groups; a minus is U+2212.</summary>
    public string Number(long n) => n < 0 ? Bidi.Isolate(Minus + Grouped(n), IsRightToLeft) : Grouped(n);

    /// <summary>A score with its sign: +1, 0, −1 (U+2212); isolated where the sign would change sides.</summary>
    public string SignedScore(long n) => n > 0 ? Bidi.Isolate('+' + Grouped(n), IsRightToLeft) : Number(n);

    /// <summary>The day in that zone: "7 November 2022".</summary>
    public string Day(Instant at, DateTimeZone zone) => Day(at.InZone(zone).Date);

    /// <summary>A calendar day: "7 November 2022".</summary>
    public string Day(LocalDate day) => _day.Fill(name => name switch
    {
        "day" when day.Day == 1 && _file.Dates.FirstDay is { } first => first,
        "day" => day.Day.ToString(CultureInfo.InvariantCulture),
        "month" => _file.Dates.Months[day.Month - 1],
        _ => day.Year.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>Day and time in that zone, to the minute: "7 November 2022, 12:30".</summary>
    public string Minute(Instant at, DateTimeZone zone)
    {
        var there = at.InZone(zone);
        return _minute.Fill(name => name switch
        {
            "date" => Day(there.Date),
            "hour" => there.Hour.ToString("00", CultureInfo.InvariantCulture),
            _ => there.Minute.ToString("00", CultureInfo.InvariantCulture),
        });
    }

    /// <summary>How far that zone is from UTC at that instant: "UTC", "UTC+1", "UTC−3:30".</summary>
    public string ZoneOffset(Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var minutes = zone.GetUtcOffset(at).Seconds / 60;
        if (minutes == 0)
            return "UTC";
        var (hours, rest) = Math.DivRem(Math.Abs(minutes), 60);
        var sign = minutes < 0 ? Minus : '+';
        return Bidi.Isolate(rest == 0 ? $"UTC{sign}{hours}" : $"UTC{sign}{hours}:{rest:00}", IsRightToLeft);
    }

    /// <summary>The name of another language in this one; the tag itself when the file has no name for it.</summary>
    /// <param name="bcp47">A language tag; "fr-CA" finds "fr" when it has no name of its own.</param>
    public string LanguageName(string bcp47)
    {
        ArgumentNullException.ThrowIfNull(bcp47);
        return _file.Languages.GetValueOrDefault(bcp47)
            ?? _file.Languages.GetValueOrDefault(bcp47.Split('-')[0].ToLowerInvariant())
            ?? bcp47;
    }

    /// <summary>The languages that this one has names for.</summary>
    internal IEnumerable<string> NamedLanguages => _file.Languages.Keys;

    /// <summary>A key's forms.</summary>
    /// <exception cref="KeyNotFoundException">No file has this key.</exception>
    internal PhraseForms Forms(string key) =>
        _phrases.TryGetValue(key, out var forms) ? forms : throw new KeyNotFoundException(
            $"No phrase \"{key}\" in {Code}.json. Add it to every language file.");

    // A plural form may leave {n} out ("no comments"), so "asked for" means by any of the key's forms.
    private string Fill(
        string key, Phrase phrase, FrozenSet<string> asked, ReadOnlySpan<(string Name, object Value)> values)
    {
        var texts = new Dictionary<string, string>(values.Length);
        foreach (var (name, value) in values)
        {
            if (!asked.Contains(name))
                throw new ArgumentException($"The phrase \"{key}\" has no place for {{{name}}}.", nameof(values));
            if (!texts.TryAdd(name, TextOf(key, name, value)))
                throw new ArgumentException($"The phrase \"{key}\" was given {{{name}}} twice.", nameof(values));
        }
        return phrase.Fill(name => texts.TryGetValue(name, out var text) ? text : throw new ArgumentException(
            $"The phrase \"{key}\" needs a value for {{{name}}}.", nameof(values)));
    }

    private string TextOf(string key, string name, object value) => value switch
    {
        string text => Bidi.Isolate(text, IsRightToLeft),
        int number => Number(number),
        long number => Number(number),
        _ => throw new ArgumentException(
            $"The phrase \"{key}\" takes text or a whole number for {{{name}}}.", nameof(value)),
    };

    private string Grouped(long n)
    {
        var digits = Math.Abs((decimal)n).ToString(CultureInfo.InvariantCulture);
        if (Math.Abs((decimal)n) < _file.Numbers.GroupFrom)
            return digits;
        for (var at = digits.Length - 3; at > 0; at -= 3)
            digits = digits.Insert(at, _file.Numbers.Group);
        return digits;
    }
}
