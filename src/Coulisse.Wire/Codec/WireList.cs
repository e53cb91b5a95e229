using System.Buffers;
using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Codec;

/// <summary>An immutable list that compares by content, so that a record that holds one does too.</summary>
[CollectionBuilder(typeof(WireList), nameof(WireList.Of))]
public sealed class WireList<T> : IReadOnlyList<T>, IEquatable<WireList<T>>
{
    private readonly ImmutableArray<T> items;

    internal WireList(ImmutableArray<T> items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(WireList<T>? other) => other is not null && items.SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WireList<T>);

    /// <summary>By content, as all of this type: two references would never be the same after a step.</summary>
    public static bool operator ==(WireList<T>? one, WireList<T>? other) => one?.Equals(other) ?? other is null;

    /// <inheritdoc cref="op_Equality"/>
    public static bool operator !=(WireList<T>? one, WireList<T>? other) => !(one == other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", items)}]";
}

/// <summary>Making, reading and writing lists: <c>T items&lt;V&gt;</c>, the length in bytes.</summary>
public static class WireList
{
    /// <summary>A list of these.</summary>
    public static WireList<T> Of<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>A list of these.</summary>
    public static WireList<T> From<T>(IEnumerable<T> items) => new([.. items]);

    /// <summary>Reads a list of at most so many bytes and items.</summary>
    /// <exception cref="DecodeException">The bytes are no such list.</exception>
    public static WireList<T> Read<T>(ref TlsReader reader, int bytesMax, int countMax)
        where T : IWireValue<T>
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var inner = new TlsReader(reader.ReadVector(bytesMax));
        while (inner.Remaining > 0)
        {
            if (items.Count == countMax)
                throw reader.Refuse(DecodeCode.TooLong, "A list has more items than its field allows.");
            items.Add(T.Read(ref inner));
        }
        return new(items.ToImmutable());
    }

    /// <summary>Appends the length in bytes, then the items.</summary>
    public static void Write<T>(TlsWriter writer, WireList<T> list)
        where T : IWireValue<T>
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var item in list)
            item.Write(new TlsWriter(bytes));
        writer.WriteVector(bytes.WrittenSpan);
    }
}
