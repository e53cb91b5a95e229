using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>Numbers from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <remarks><code>struct { uint64 first; uint64 last; } SequenceRange;   // 1 &lt;= first &lt;= last</code></remarks>
public readonly record struct SequenceRange(ulong First, ulong Last) : IWireValue<SequenceRange>
{
    /// <summary>How many.</summary>
    public ulong Count => Last - First + 1;

    /// <inheritdoc/>
    public static SequenceRange Read(ref TlsReader reader)
    {
        var range = new SequenceRange(reader.ReadUInt64(), reader.ReadUInt64());
        return range is { First: > 0, Last: < ulong.MaxValue } && range.First <= range.Last ? range
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
