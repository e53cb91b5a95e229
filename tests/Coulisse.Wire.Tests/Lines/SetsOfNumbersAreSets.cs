using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using CsCheck;

namespace Coulisse.Wire.Tests.Lines;

public sealed class SetsOfNumbersAreSets
{
    private static readonly Gen<SortedSet<ulong>> Numbers =
        Gen.ULong[1, 60].List[0, 40].Select(list => new SortedSet<ulong>(list));

    [Fact]
    public void Whatever_is_asked_of_ranges_is_as_if_asked_of_the_numbers() =>
        (from left in Numbers from right in Numbers from number in Gen.ULong[1, 60] select (left, right, number))
        .Sample(drawn =>
        {
            var (left, right) = (Of(drawn.left), Of(drawn.right));
            Assert.Equal(drawn.left, All(left));
            Assert.Equal(drawn.left.Contains(drawn.number), left.Contains(drawn.number));
            Assert.Equal(new SortedSet<ulong>(drawn.left.Union(drawn.right)), All(left.Union(right)));
            Assert.Equal(new SortedSet<ulong>(drawn.left.Intersect(drawn.right)), All(left.Intersect(right)));
            Assert.Equal(new SortedSet<ulong>(drawn.left.Append(drawn.number)), All(left.With(drawn.number)));
            Assert.Equal((ulong)drawn.left.Count, left.Count);
            var missing = Enumerable.Range(5, 40).Select(n => (ulong)n).Where(n => !drawn.left.Contains(n));
            Assert.Equal(missing, All(SequenceSet.Of(left.MissingBetween(5, 44))));
            var gapFree = drawn.number;
            while (drawn.left.Contains(gapFree))
                gapFree++;
            Assert.Equal(gapFree - 1, left.GapFreeFrom(drawn.number));
        });

    [Theory]
    [InlineData("0")]
    [InlineData("3-2")]
    [InlineData("1-2 3-4")]
    [InlineData("5-6 1-2")]
    [InlineData("1-4 3-9")]
    public void Ranges_that_do_not_ascend_apart_are_refused(string ranges)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        var list = ranges.Split(' ').Select(one => one.Split('-').Select(ulong.Parse).ToArray())
            .Select(ends => new SequenceRange(ends[0], ends[^1]));
        WireList.Write(new TlsWriter(bytes), WireList.From(list));
        Assert.Throws<DecodeException>(() =>
        {
            var reader = new TlsReader(bytes.WrittenSpan);
            SequenceSet.Read(ref reader);
        });
    }

    private static SequenceSet Of(IEnumerable<ulong> numbers) =>
        SequenceSet.Of(numbers.Select(number => new SequenceRange(number, number)));

    private static IEnumerable<ulong> All(SequenceSet set)
    {
        foreach (var range in set.Ranges)
        {
            for (var number = range.First; number <= range.Last; number++)
                yield return number;
        }
    }
}
