using System.Globalization;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>The number of a group's state, one more with each commit: RFC 9420 §8.1.</summary>
public readonly record struct Epoch(ulong Value) : ITlsStruct<Epoch>, IComparable<Epoch>
{
    /// <summary>The epoch that a commit of this one begins.</summary>
    /// <exception cref="OverflowException">There is none: this is the last number.</exception>
    public Epoch Next => new(checked(Value + 1));

    public static bool operator <(Epoch left, Epoch right) => left.Value < right.Value;

    public static bool operator >(Epoch left, Epoch right) => left.Value > right.Value;

    public static bool operator <=(Epoch left, Epoch right) => left.Value <= right.Value;

    public static bool operator >=(Epoch left, Epoch right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public static Epoch Read(ref TlsReader reader) => new(reader.ReadUInt64());

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteUInt64(Value);

    public int CompareTo(Epoch other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
