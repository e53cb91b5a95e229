using NodaTime;

namespace Coulisse.Signals.SavedArticles;

/// <summary>A date and time to the minute, in a zone that the file does not name.</summary>
public readonly record struct LocalMinute
{
    public LocalMinute(LocalDateTime value) =>
        Value = new LocalDateTime(value.Year, value.Month, value.Day, value.Hour, value.Minute);

    public LocalDateTime Value { get; }

    /// <summary>ISO 8601, <c>2022-11-07T12:30</c>.</summary>
    public override string ToString() => NodaTime.Text.LocalDateTimePattern
        .CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(Value);
}
