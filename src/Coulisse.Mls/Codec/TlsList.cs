using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Coulisse.Mls.Codec;

/// <summary>
/// An immutable list that compares by content, for the vectors inside records: a record compares an ImmutableArray by
/// address. The default value is the empty list.
/// </summary>
[CollectionBuilder(typeof(TlsList), nameof(TlsList.Create))]
public readonly struct TlsList<T> : IEquatable<TlsList<T>>, IReadOnlyList<T>
{
    private readonly ImmutableArray<T> items;

    /// <summary>The list of exactly these items.</summary>
    public TlsList(ImmutableArray<T> items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.IsDefault ? 0 : items.Length;

    /// <summary>The items, read only.</summary>
    public ReadOnlySpan<T> Span => items.AsSpan();

    /// <inheritdoc/>
    public T this[int index] => items[index];

    public static bool operator ==(TlsList<T> left, TlsList<T> right) => left.Equals(right);

    public static bool operator !=(TlsList<T> left, TlsList<T> right) => !left.Equals(right);

    /// <summary>Walks the items without allocating.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)Items()).GetEnumerator();

    public bool Equals(TlsList<T> other) => Span.SequenceEqual(other.Span, EqualityComparer<T>.Default);

    public override bool Equals(object? obj) => obj is TlsList<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Span)
            hash.Add(item);
        return hash.ToHashCode();
    }

    public override string ToString() => $"{Count} items";

    private ImmutableArray<T> Items() => items.IsDefault ? [] : items;
}
