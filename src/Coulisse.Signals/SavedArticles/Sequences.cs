using System.Collections.Immutable;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Comparison by content: an ImmutableArray alone compares by address.</summary>
internal static class Sequences
{
    internal static bool Same<T>(ImmutableArray<T> one, ImmutableArray<T> other) =>
        OrEmpty(one).SequenceEqual(OrEmpty(other));

    internal static int Hash<T>(ImmutableArray<T> items)
    {
        var hash = new HashCode();
        foreach (var item in OrEmpty(items)) hash.Add(item);
        return hash.ToHashCode();
    }

    internal static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
