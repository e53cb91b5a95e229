using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Tests.Lines;

/// <summary>The other party's station writes what it likes into its own entries, under a code that is right.</summary>
[Trait("Row", "18")]
public sealed class NumbersPastAnyLogAreRefused
{
    private static readonly LineId Line = LineParties.Of("Aldermark", "Sorvane").Id;
    private static readonly Opaque Hash = Opaque.CopyOf(Enumerable.Repeat((byte)7, 32).ToArray());

    [Theory]
    [InlineData(SequenceRange.LastMax + 1)]
    [InlineData(ulong.MaxValue)]
    public void A_place_past_the_highest_number_is_no_place(ulong number)
    {
        Assert.Throws<DecodeException>(() => Again(new EntryPlace(1, number)));
        Assert.Throws<DecodeException>(() => Again(new EntryLink(new(1, number), Hash)));
        Assert.Throws<DecodeException>(() => Again(Following(number, place: 5)));
    }

    [Fact]
    public void The_highest_number_is_one()
    {
        var last = new EntryPlace(1, SequenceRange.LastMax);
        Assert.Equal(last, Again(last));
        Assert.Equal(last, Again(Following(SequenceRange.LastMax - 1, SequenceRange.LastMax)).Place);
    }

    private static Entry Following(ulong number, ulong place) => new(Line, Side.A, new(1, place),
        new(new(1, number), Hash), [new(EnvelopeKind.Message, Precedence.Flash, new(Opaque.CopyOf([1, 2])), 7,
            Opaque.CopyOf([1, 2, 3]), Opaque.Empty)]);

    private static T Again<T>(T value)
        where T : IWireValue<T> => WireValue.Decode<T>(WireValue.Encode(value).Span);
}
