using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>Numbers from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <remarks><code>struct { uint64 first; uint64 last; } SequenceRange;
/// // 1 &lt;= first &lt;= last &lt; 2^53</code></remarks>
public readonly record struct SequenceRange(ulong First, ulong Last) : IWireValue<SequenceRange>
{
    /// <summary>The highest number of any entry: more than a log will ever have, and short of overflow.</summary>
    public const ulong LastMax = (1UL << 53) - 1;

    /// <summary>How many.</summary>
    public ulong Count => Last - First + 1;

    /// <summary>Whether a place of this incarnation is in it.</summary>
    public bool Holds(EntryPlace place, uint incarnation) =>
        place.Incarnation == incarnation && First <= place.Sequence && place.Sequence <= Last;

    /// <inheritdoc/>
    public static SequenceRange Read(ref TlsReader reader)
    {
        var range = new SequenceRange(reader.ReadUInt64(), reader.ReadUInt64());
        return range is { First: > 0, Last: <= LastMax } && range.First <= range.Last ? range
            : throw reader.Refuse(DecodeCode.BadContent, "A range ends before it begins.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(First);
        writer.WriteUInt64(Last);
    }

    /// <summary>As "3–7".</summary>
    public override string ToString() => FormattableString.Invariant($"{First}–{Last}");
}
