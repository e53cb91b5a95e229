using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Tests.Lines;

[Trait("Row", "17")]
public sealed class ALengthTellsNextToNothing
{
    private static readonly RoomId Room = new(Opaque.CopyOf([1]));

    [Fact]
    public void Whatever_is_written_takes_one_of_five_sizes()
    {
        var sizes = new SortedSet<int>();
        foreach (var length in (int[])[1, 2, 63, 64, 1_022, 1_023, 4_094, 4_095, 16_380, 16_381, 65_532, 65_533,
            Bucket.ContentBytesMax])
            sizes.Add(WireValue.Encode(Of(length)).Length);
        Assert.Equal(5, sizes.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => WireValue.Encode(Of(Bucket.ContentBytesMax + 1)));
    }

    [Fact]
    public void Every_envelope_is_read_as_it_was_written()
    {
        foreach (var length in (int[])[1, 63, 64, 1_022, 1_023, 5_000, 65_533])
        {
            foreach (var kind in Enum.GetValues<EnvelopeKind>())
            {
                var room = kind == EnvelopeKind.Credence ? default : Room;
                var epoch = kind is EnvelopeKind.Credence or EnvelopeKind.KeyPackages ? 0UL : 9;
                var envelope = Of(length) with { Kind = kind, Room = room, Epoch = epoch };
                Assert.Equal(envelope, WireValue.Decode<Envelope>(WireValue.Encode(envelope).Span));
            }
        }
    }

    [Fact]
    public void A_content_in_a_larger_bucket_or_with_a_byte_behind_it_is_refused()
    {
        var good = WireValue.Encode(Of(10)).ToArray();
        good[^2] = 1; // the last byte of the bucket, before an empty endorsement
        Assert.Equal(DecodeCode.BadContent,
            Assert.Throws<DecodeException>(() => WireValue.Decode<Envelope>(good)).Code);
    }

    [Theory]
    [InlineData(EnvelopeKind.Credence, 1, 0UL)]
    [InlineData(EnvelopeKind.Message, 0, 1UL)]
    [InlineData(EnvelopeKind.KeyPackages, 1, 1UL)]
    public void Fields_that_do_not_fit_each_other_are_refused(EnvelopeKind kind, int roomBytes, ulong epoch)
    {
        var envelope = Of(10) with { Kind = kind, Room = new(Opaque.Zeros(roomBytes)), Epoch = epoch };
        Assert.False(envelope.IsWellFormed);
        Assert.Throws<DecodeException>(() => WireValue.Decode<Envelope>(WireValue.Encode(envelope).Span));
    }

    private static Envelope Of(int length) => new(EnvelopeKind.Message, Precedence.Routine, Room, 3,
        Opaque.CopyOf(Enumerable.Repeat((byte)7, length).ToArray()), Opaque.Empty);
}
