using Coulisse.Languages;
using NodaTime;

namespace Coulisse.Signals.Publisher;

/// <summary>An agreed minute, in the zone where it was agreed and in UTC.</summary>
internal static class BothTimes
{
    public static string Of(InterfaceLanguage language, Instant at, string? zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "UTC") is { } there && there.Id != "UTC"
            ? language.Text("publisher.both-times", ("there", language.Minute(at, there)), ("zone", there.Id),
                ("offset", language.ZoneOffset(at, there)), ("utc", language.Minute(at, DateTimeZone.Utc)))
            : language.Text("publisher.utc-time", ("utc", language.Minute(at, DateTimeZone.Utc)));
}
