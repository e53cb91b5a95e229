using System.Globalization;
using Coulisse.Languages;
using NodaTime;

namespace Coulisse.Screens.Words;

/// <summary>In which language the screens of this desk speak; remembered in the desk's folder.</summary>
internal sealed class Speech
{
    private readonly Remembered remembered;
    private readonly HashSet<string> keys;

    internal Speech(InterfaceLanguages languages, string folder)
    {
        (Languages, remembered) = (languages, new(folder, "screens.language"));
        keys = [.. languages.Default.Keys];
        Now = Languages.Find(remembered.Read()) ?? Languages.Negotiate(CultureInfo.CurrentUICulture.Name);
    }

    /// <summary>The folder beside the program that holds a file a language.</summary>
    internal static string PhrasesFolder => Path.Combine(AppContext.BaseDirectory, "Phrases");

    internal InterfaceLanguages Languages { get; }

    internal InterfaceLanguage Now { get; private set; }

    /// <summary>This machine's zone, in which all instants are told.</summary>
    internal static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb.GetSystemDefault();

    /// <summary>Day, time and offset: "7 November 2022, 12:30 (UTC+1)".</summary>
    internal string Instant(DateTimeOffset at)
    {
        var instant = NodaTime.Instant.FromDateTimeOffset(at);
        return $"{Now.Minute(instant, Zone)} ({Now.ZoneOffset(instant, Zone)})";
    }

    /// <summary>When a day begins here.</summary>
    internal static DateTimeOffset Beginning(DateOnly day) =>
        LocalDate.FromDateOnly(day).AtStartOfDayInZone(Zone).ToDateTimeOffset();

    /// <summary>How long ago, in the largest unit that says something.</summary>
    internal string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var gone = now - at;
        return gone switch
        {
            _ when gone < TimeSpan.FromMinutes(1) => Now["ago.now"],
            _ when gone < TimeSpan.FromHours(1) => Now.Count("ago.minutes", (long)gone.TotalMinutes),
            _ when gone < TimeSpan.FromDays(1) => Now.Count("ago.hours", (long)gone.TotalHours),
            _ => Now.Count("ago.days", (long)gone.TotalDays),
        };
    }

    /// <summary>So many minutes, in the largest units that say it all.</summary>
    internal string Span(long minutes) => minutes % 1_440 == 0 ? Now.Count("ago.days", minutes / 1_440)
        : minutes % 60 == 0 ? Now.Count("ago.hours", minutes / 60) : Now.Count("ago.minutes", minutes);

    /// <summary>So long, in the largest unit that says something.</summary>
    internal string Seconds(double seconds) => seconds < 60 ? Now.Count("ago.seconds", (long)Math.Ceiling(seconds))
        : seconds < 3_600 ? Now.Count("ago.minutes", (long)Math.Ceiling(seconds / 60))
        : Now.Count("ago.hours", (long)Math.Ceiling(seconds / 3_600));

    /// <summary>Whether there is a phrase of that key.</summary>
    internal bool Has(string key) => keys.Contains(key);

    /// <summary>A phrase where there is one of that key, else the words that the desk gave.</summary>
    internal string Or(string key, string words) => Has(key) ? Now[key] : words;

    /// <summary>Another language from now on.</summary>
    /// <returns>Whether there is one of that code.</returns>
    internal bool Speak(string? code)
    {
        if (Languages.Find(code) is not { } language)
            return false;
        Now = language;
        remembered.Write(language.Code);
        return true;
    }
}
