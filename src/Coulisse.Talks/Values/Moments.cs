using NodaTime;

namespace Coulisse.Talks.Values;

/// <summary>Reckoning with times that another side wrote: past the last one that there is, the last one stands, since
/// nothing that is only looked at may fail.</summary>
internal static class Moments
{
    /// <summary>So much later; at most the end of the year 9999.</summary>
    internal static Instant Later(this Instant at, Duration by) =>
        by > Instant.MaxValue - at ? Instant.MaxValue : at + by;

    /// <summary>So many times that later, in whole seconds; at most the same.</summary>
    internal static Instant Later(this Instant at, uint times, Duration each)
    {
        var seconds = (long)each.TotalSeconds * times; // of four weeks at most: far below what a long holds
        return seconds > Instant.MaxValue.ToUnixTimeSeconds() - at.ToUnixTimeSeconds() - 1 ? Instant.MaxValue
            : at + Duration.FromSeconds(seconds);
    }
}
