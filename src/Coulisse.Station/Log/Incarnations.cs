using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>Sets of numbers by incarnation, with what both logs need to ask of them.</summary>
internal static class Incarnations
{
    /// <summary>The set of one incarnation; empty if none is kept.</summary>
    internal static SequenceSet StoredOf(this IEnumerable<LogProgress> all, uint incarnation) =>
        all.FirstOrDefault(one => one.Incarnation == incarnation)?.Stored ?? SequenceSet.Empty;

    /// <summary>The set of one incarnation; empty if none is kept.</summary>
    internal static SequenceSet ProcessedOf(this IEnumerable<LogProgress> all, uint incarnation) =>
        all.FirstOrDefault(one => one.Incarnation == incarnation)?.Processed ?? SequenceSet.Empty;

    /// <summary>The first number of each incarnation and its last entry: each goes on where the one before
    /// ended.</summary>
    internal static IEnumerable<(ulong First, EntryLink Head)> Spans(this IReadOnlyList<EntryLink> heads)
    {
        var first = 1UL;
        foreach (var head in heads)
        {
            yield return (first, head);
            first = head.Place.Sequence + 1;
        }
    }

    /// <summary>With one incarnation's progress in place of its earlier one, ascending.</summary>
    internal static IEnumerable<LogProgress> With(this IEnumerable<LogProgress> all, LogProgress one) =>
        all.Where(other => other.Incarnation != one.Incarnation).Append(one).OrderBy(other => other.Incarnation);

    /// <summary>What both say, joined; a set that grew too ragged keeps its first ranges, the rest is said
    /// again.</summary>
    internal static IEnumerable<LogProgress> Join(this IEnumerable<LogProgress> known, IEnumerable<LogProgress> said) =>
        known.Concat(said).GroupBy(one => one.Incarnation).OrderBy(group => group.Key)
            .Select(group => group.Aggregate(Joined)).Take(LineLimits.IncarnationsMax);

    private static LogProgress Joined(LogProgress one, LogProgress other)
    {
        var stored = one.Stored.Union(other.Stored).FirstRanges(LineLimits.RangesMax);
        var processed = one.Processed.Union(other.Processed).Intersect(stored).FirstRanges(LineLimits.RangesMax);
        return new(one.Incarnation, stored, processed);
    }
}
