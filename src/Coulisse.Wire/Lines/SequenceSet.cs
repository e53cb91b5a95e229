using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>A set of numbers from 1 on, kept as ranges: ascending, apart by at least one number.</summary>
/// <remarks><code>SequenceRange ranges&lt;V&gt;</code></remarks>
public sealed class SequenceSet : IEquatable<SequenceSet>
{
    private readonly ImmutableArray<SequenceRange> ranges;

    private SequenceSet(ImmutableArray<SequenceRange> ranges) => this.ranges = ranges;

    /// <summary>No number.</summary>
    public static SequenceSet Empty { get; } = new([]);

    /// <summary>The ranges, ascending.</summary>
    public IReadOnlyList<SequenceRange> Ranges => ranges;

    /// <summary>How many numbers.</summary>
    public ulong Count => ranges.Aggregate(0UL, (sum, range) => sum + range.Count);

    /// <summary>The highest number; 0 if there is none.</summary>
    public ulong Highest => ranges is [.., var last] ? last.Last : 0;

    /// <summary>The numbers of these ranges, in whichever order, overlapping or not.</summary>
    public static SequenceSet Of(params IEnumerable<SequenceRange> ranges)
    {
        var joined = new List<SequenceRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (joined is [.., var last] && range.First <= last.Last + 1)
                joined[^1] = last with { Last = Math.Max(last.Last, range.Last) };
            else
                joined.Add(range);
        }
        return new([.. joined]);
    }

    /// <summary>Whether a number is in it.</summary>
    public bool Contains(ulong number)
    {
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (number < ranges[middle].First)
                high = middle - 1;
            else if (number > ranges[middle].Last)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }

    /// <summary>
    /// The highest number such that all from <paramref name="first"/> to it are here; the number before
    /// <paramref name="first"/> if that one is missing.
    /// </summary>
    public ulong GapFreeFrom(ulong first)
    {
        var range = ranges.FirstOrDefault(range => range.First <= first && first <= range.Last);
        return range.First == 0 ? first - 1 : range.Last;
    }

    /// <summary>With one number more.</summary>
    public SequenceSet With(ulong number)
    {
        if (ranges is [.., var last] && number == last.Last + 1) // the usual case: the next one
            return new(ranges.SetItem(ranges.Length - 1, last with { Last = number }));
        return Contains(number) ? this : Of(ranges.Append(new(number, number)));
    }

    /// <summary>What is in either.</summary>
    public SequenceSet Union(SequenceSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.ranges.IsEmpty ? this : ranges.IsEmpty ? other : Of(ranges.Concat(other.ranges));
    }

    /// <summary>What is in both.</summary>
    public SequenceSet Intersect(SequenceSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var both = ImmutableArray.CreateBuilder<SequenceRange>();
        for (var (left, right) = (0, 0); left < ranges.Length && right < other.ranges.Length;)
        {
            var (one, two) = (ranges[left], other.ranges[right]);
            var common = new SequenceRange(Math.Max(one.First, two.First), Math.Min(one.Last, two.Last));
            if (common.First <= common.Last)
                both.Add(common);
            if (one.Last < two.Last)
                left++;
            else
                right++;
        }
        return new(both.ToImmutable());
    }

    /// <summary>The numbers from <paramref name="first"/> to <paramref name="last"/> that are missing.</summary>
    public IEnumerable<SequenceRange> MissingBetween(ulong first, ulong last)
    {
        var next = first;
        foreach (var range in ranges.Where(range => range.Last >= first).TakeWhile(range => range.First <= last))
        {
            if (range.First > next)
                yield return new(next, range.First - 1);
            next = range.Last + 1;
        }
        if (next <= last)
            yield return new(next, last);
    }

    /// <summary>The first <paramref name="count"/> ranges of it.</summary>
    public SequenceSet FirstRanges(int count) => ranges.Length <= count ? this : new([.. ranges.Take(count)]);

    /// <inheritdoc/>
    public bool Equals(SequenceSet? other) => other is not null && ranges.SequenceEqual(other.ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SequenceSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ranges.Length, Highest);

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", ranges)}]";

    /// <summary>Reads ranges that ascend and lie apart, at most <see cref="LineLimits.RangesMax"/>.</summary>
    /// <exception cref="DecodeException">The bytes are no such ranges.</exception>
    public static SequenceSet Read(ref TlsReader reader)
    {
        var list = WireList.Read<SequenceRange>(ref reader, LineLimits.RangesMax * 16, LineLimits.RangesMax);
        return list.Zip(list.Skip(1)).All(pair => pair.First.Last + 1 < pair.Second.First)
            ? new([.. list])
            : throw reader.Refuse(DecodeCode.BadContent, "Ranges are not ascending and apart.");
    }

    /// <summary>Appends the ranges.</summary>
    public void Write(TlsWriter writer) => WireList.Write(writer, WireList.From(ranges));
}
