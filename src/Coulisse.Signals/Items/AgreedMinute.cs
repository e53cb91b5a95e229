using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Coulisse.Signals.Items;

/// <summary>A minute agreed in somebody's local time, and the instant that it is.</summary>
public abstract record AgreedMinute
{
    private AgreedMinute() { }

    /// <summary>Which of two equal local times is meant, when clocks go back.</summary>
    public enum Occurrence
    {
        NotSaid = 0,
        First = 1,
        Second = 2,
    }

    /// <summary>The minute is this instant.</summary>
    public sealed record At(Instant Instant, DateTimeZone Zone) : AgreedMinute;

    /// <summary>That minute comes twice there: clocks go back. It must be said which is meant.</summary>
    public sealed record Twice(Instant First, Instant Second, DateTimeZone Zone) : AgreedMinute;

    /// <summary>That minute does not come there: clocks go forward over it.</summary>
    public sealed record Never : AgreedMinute;

    /// <summary>It has passed.</summary>
    public sealed record Past : AgreedMinute;

    /// <summary>It is too far away to be meant.</summary>
    public sealed record TooFar : AgreedMinute;

    /// <summary>No date (<c>2031-05-17</c>), no time (<c>18:00</c>), or no zone of the tz database.</summary>
    public sealed record Unreadable : AgreedMinute;

    public const int YearsAheadMax = 5;

    /// <param name="date">ISO: <c>2031-05-17</c>.</param>
    /// <param name="time">Hours and minutes: <c>18:00</c>.</param>
    /// <param name="zone">A tz database name: <c>Europe/Paris</c>.</param>
    /// <param name="which">Matters only where the minute comes twice.</param>
    public static AgreedMinute Resolve(string date, string time, string zone, Occurrence which, Instant now)
    {
        if (LocalDatePattern.Iso.Parse(date) is not { Success: true, Value: var day }
            || LocalTimePattern.Create("HH:mm", CultureInfo.InvariantCulture).Parse(time) is not { Success: true, Value: var minute }
            || zone.Length > 64 || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } there)
            return new Unreadable();
        var mapped = there.MapLocal(day + minute);
        if (mapped.Count == 0)
            return new Never();
        if (mapped.Count == 2 && which is Occurrence.NotSaid)
            return new Twice(mapped.First().ToInstant(), mapped.Last().ToInstant(), there);
        var at = (which is Occurrence.Second ? mapped.Last() : mapped.First()).ToInstant();
        if (at <= now)
            return new Past();
        return at - now > Duration.FromDays(366 * YearsAheadMax) ? new TooFar() : new At(at, there);
    }
}
