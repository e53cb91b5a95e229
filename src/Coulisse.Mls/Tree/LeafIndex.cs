using System.Globalization;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>A member's place among the leaves, from 0, as it stands on the wire: RFC 9420 §4.1.</summary>
public readonly record struct LeafIndex(uint Value) : ITlsStruct<LeafIndex>, IComparable<LeafIndex>
{
    public static bool operator <(LeafIndex left, LeafIndex right) => left.Value < right.Value;

    public static bool operator >(LeafIndex left, LeafIndex right) => left.Value > right.Value;

    public static bool operator <=(LeafIndex left, LeafIndex right) => left.Value <= right.Value;

    public static bool operator >=(LeafIndex left, LeafIndex right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public static LeafIndex Read(ref TlsReader reader) => new(reader.ReadUInt32());

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteUInt32(Value);

    public int CompareTo(LeafIndex other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
