using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>A stretch of the line's past, as a picture of it is drawn.</summary>
/// <param name="Past">What the desk knows.</param>
/// <param name="Until">Its end: now.</param>
/// <param name="Hours">How long it is.</param>
public sealed record PastWindow(LinePastAnswer Past, DateTimeOffset Until, int Hours)
{
    /// <summary>How wide the picture is, in its own units.</summary>
    public const double Wide = 1_000;

    /// <summary>How high the part of trips is.</summary>
    public const double High = 60;

    private const double SecondsMax = 3_600;

    // Two records of one cause may lie some minutes apart; below this the desk was not closed between them.
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(3);

    /// <summary>Its beginning.</summary>
    public DateTimeOffset From => Until - TimeSpan.FromHours(Hours);

    /// <summary>What is seen of each record, left edge and width.</summary>
    public IEnumerable<(double Left, double Width, LineSpanAnswer Span)> Bars()
    {
        for (var at = 0; at < Past.Spans.Count; at++)
        {
            var span = Past.Spans[at];
            var next = at + 1 < Past.Spans.Count ? Past.Spans[at + 1].From : Until;
            var end = next - span.Until <= Gap ? next : span.Until;
            if (end <= From || span.From >= Until)
                continue;
            var left = Place(span.From < From ? From : span.From);
            yield return (left, Math.Max(1, Place(end) - left), span with { Until = end });
        }
    }

    /// <summary>How much of the time in which the desk was open the line was open too, in whole percents; null if it
    /// was never open.</summary>
    public long? OpenPercent
    {
        get
        {
            var bars = Bars().ToList();
            var all = bars.Sum(bar => bar.Width);
            return all == 0 ? null : (long)Math.Floor(100 * bars.Where(bar => bar.Span.Cause == "open")
                .Sum(bar => bar.Width) / all);
        }
    }

    /// <summary>Messages of this desk's: where each is drawn; at the top what is not at their station yet.</summary>
    public IEnumerable<(double X, double Y, TripAnswer Trip)> Dots() => Past.Trips
        .Where(trip => trip.At >= From && trip.At <= Until)
        .Select(trip => (Place(trip.At), Height(trip.ToTheirStation ?? SecondsMax), trip));

    /// <summary>Where so many seconds stand, on a scale of a second to an hour.</summary>
    public static double Height(double seconds) =>
        High * (1 - Math.Log(Math.Clamp(seconds, 1, SecondsMax)) / Math.Log(SecondsMax));

    /// <summary>Half of them took no longer; null if none has come.</summary>
    public double? Median
    {
        get
        {
            var took = Dots().Select(dot => dot.Trip.ToTheirStation).OfType<double>().Order().ToList();
            return took.Count == 0 ? null : took[took.Count / 2];
        }
    }

    private double Place(DateTimeOffset at) => Wide * ((at - From) / (Until - From));
}
