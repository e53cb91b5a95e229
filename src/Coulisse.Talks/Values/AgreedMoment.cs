using NodaTime;

namespace Coulisse.Talks.Values;

/// <summary>
/// A moment as people agree on it, "Friday 18:00, Geneva". The offset that was written is what holds: two sides may
/// have different tables of time zones, and must never read two moments.
/// </summary>
/// <param name="Local">On the clocks there.</param>
/// <param name="OffsetMinutes">East of Greenwich.</param>
/// <param name="Zone">Of the tz database, as "Europe/Zurich": how people call it.</param>
public sealed record AgreedMoment(LocalDateTime Local, int OffsetMinutes, string Zone)
{
    /// <summary>The same everywhere; west of Greenwich at most the last that there is.</summary>
    public Instant Instant => Local.InUtc().ToInstant().Later(Duration.FromMinutes(-OffsetMinutes));

    /// <summary>As a zone's clocks show it. An hour that comes twice is taken the first time, one that is left out is
    /// moved on.</summary>
    public static AgreedMoment In(DateTimeZone zone, LocalDateTime local)
    {
        var moment = zone.AtLeniently(local);
        return new(moment.LocalDateTime, moment.Offset.Seconds / 60, zone.Id);
    }

    /// <summary>Whether this reader's table of time zones says otherwise, or knows no such zone: to be shown, and of no
    /// consequence.</summary>
    public bool IsDoubtful(IDateTimeZoneProvider zones) =>
        zones.GetZoneOrNull(Zone) is not { } zone
        || zone.GetUtcOffset(Instant) != Offset.FromSeconds(OffsetMinutes * 60);
}
