using System.Collections.Immutable;

namespace Coulisse.Mls.Codec;

/// <summary>Makes lists.</summary>
public static class TlsList
{
    /// <summary>The list of exactly these items.</summary>
    public static TlsList<T> Create<T>(ReadOnlySpan<T> items) => new(ImmutableArray.Create(items));

    /// <summary>The list of exactly these items, in their order.</summary>
    public static TlsList<T> From<T>(IEnumerable<T> items) => new([.. items]);
}
