using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// Where an entry stands in its side's log. A station that was restored from a copy begins a new incarnation, whose
/// numbers go on from the entry it continues, so that no number of the old one is ever written twice.
/// </summary>
/// <remarks><code>
/// struct { uint32 incarnation; uint64 sequence; } EntryPlace;   // both from 1; sequence &lt; 2^53</code></remarks>
public readonly record struct EntryPlace(uint Incarnation, ulong Sequence)
    : IWireValue<EntryPlace>, IComparable<EntryPlace>
{
    /// <summary>Before the first entry.</summary>
    public static EntryPlace None => default;

    /// <summary>The next number of the same incarnation.</summary>
    public EntryPlace Next => this with { Sequence = Sequence + 1 };

    public static bool operator <(EntryPlace left, EntryPlace right) => left.CompareTo(right) < 0;

    public static bool operator >(EntryPlace left, EntryPlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(EntryPlace left, EntryPlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EntryPlace left, EntryPlace right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public static EntryPlace Read(ref TlsReader reader)
    {
        var place = new EntryPlace(reader.ReadUInt32(), reader.ReadUInt64());
        return place.Sequence <= SequenceRange.LastMax ? place
            : throw reader.Refuse(DecodeCode.BadContent, "A place is past the highest number of any entry.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt32(Incarnation);
        writer.WriteUInt64(Sequence);
    }

    /// <summary>By incarnation, then by number.</summary>
    public int CompareTo(EntryPlace other) => Incarnation == other.Incarnation
        ? Sequence.CompareTo(other.Sequence)
        : Incarnation.CompareTo(other.Incarnation);

    /// <summary>As "1:42".</summary>
    public override string ToString() => FormattableString.Invariant($"{Incarnation}:{Sequence}");
}
