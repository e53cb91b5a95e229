using System.Buffers;
using Coulisse.Crypto.Codec;
using CsCheck;

namespace Coulisse.Crypto.Tests.Codec;

public sealed class TheTlsEncodingIsExact
{
    /// <summary>The examples that RFC 9420 §2.1.2 prints beside the format.</summary>
    [Theory]
    [InlineData("25", 37)]
    [InlineData("7bbd", 15_293)]
    [InlineData("9d7f3e7d", 494_878_333)]
    public void The_lengths_of_the_RFC_are_read(string hex, int length)
    {
        var refusal =
            Assert.Throws<DecodeException>(() =>
            new TlsReader(Convert.FromHexString(hex)).ReadVector(length - 1).Length);
        Assert.Equal(DecodeCode.TooLong, refusal.Code);
        Assert.Contains($" {length} ", refusal.Message, StringComparison.Ordinal);
        var truncated =
            Assert.Throws<DecodeException>(() => new TlsReader(Convert.FromHexString(hex)).ReadVector(length).Length);
        Assert.Equal(DecodeCode.Truncated, truncated.Code);
    }

    [Theory]
    [InlineData("4025", DecodeCode.LengthNotMinimal)]
    [InlineData("80000025", DecodeCode.LengthNotMinimal)]
    [InlineData("80003fff", DecodeCode.LengthNotMinimal)]
    [InlineData("c0", DecodeCode.LengthPrefixUndefined)]
    [InlineData("ffffffffffffffff", DecodeCode.LengthPrefixUndefined)]
    [InlineData("", DecodeCode.Truncated)]
    [InlineData("40", DecodeCode.Truncated)]
    [InlineData("0200", DecodeCode.Truncated)]
    public void A_length_of_any_other_form_is_refused(string hex, DecodeCode code)
    {
        var refusal =
            Assert.Throws<DecodeException>(() => new TlsReader(Convert.FromHexString(hex)).ReadVector(1 << 20).Length);
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void The_bounds_between_the_three_sizes_are_where_the_RFC_has_them()
    {
        foreach (var (length, size) in new[] { (0, 1), (63, 1), (64, 2), (16_383, 2), (16_384, 4) })
        {
            var written = new ArrayBufferWriter<byte>();
            new TlsWriter(written).WriteVector(new byte[length]);
            Assert.Equal(length + size, written.WrittenCount);
            Assert.Equal(length, new TlsReader(written.WrittenSpan).ReadVector(length).Length);
        }
    }

    [Fact]
    public void Bytes_after_the_value_are_refused()
    {
        var refusal = Assert.Throws<DecodeException>(() =>
        {
            var reader = new TlsReader([0, 1, 9]);
            reader.ReadUInt16();
            reader.End();
        });
        Assert.Equal(DecodeCode.TrailingBytes, refusal.Code);
        Assert.Equal(2, refusal.Offset);
    }

    [Fact]
    public void Whatever_is_written_is_read_back() =>
        Gen.Select(Gen.Byte, Gen.UShort, Gen.UInt, Gen.ULong, Gen.Byte.Array[0, 300])
            .Sample((a, b, c, d, e) =>
            {
                var written = new ArrayBufferWriter<byte>();
                var writer = new TlsWriter(written);
                writer.WriteUInt8(a);
                writer.WriteUInt16(b);
                writer.WriteUInt32(c);
                writer.WriteUInt64(d);
                writer.WriteVector(e);
                writer.WriteFixed(e);
                var reader = new TlsReader(written.WrittenSpan);
                var same = reader.ReadUInt8() == a && reader.ReadUInt16() == b && reader.ReadUInt32() == c
                    && reader.ReadUInt64() == d && reader.ReadOpaque(300) == Opaque.CopyOf(e)
                    && reader.ReadFixed(e.Length).SequenceEqual(e);
                reader.End();
                return same;
            });

    /// <summary>Reading is a partial inverse: what is accepted is exactly what would have been written.</summary>
    [Fact]
    public void Any_bytes_are_refused_with_a_code_or_were_the_one_encoding() =>
        Gen.Byte.Array[0, 80].Sample(bytes =>
        {
            try
            {
                var reader = new TlsReader(bytes);
                var first = reader.ReadOpaque(64);
                var second = reader.ReadUInt32();
                reader.End();
                var written = new ArrayBufferWriter<byte>();
                var writer = new TlsWriter(written);
                writer.WriteVector(first);
                writer.WriteUInt32(second);
                return written.WrittenSpan.SequenceEqual(bytes);
            }
            catch (DecodeException refusal)
            {
                return Enum.IsDefined(refusal.Code) && refusal.Offset <= bytes.Length;
            }
        }, iter: 20_000);

    [Fact]
    public void Opaque_bytes_compare_by_content_and_read_back_from_their_digits()
    {
        var one = Opaque.CopyOf([0xab, 0x01]);
        Assert.Equal(one, Opaque.CopyOf([0xab, 0x01]));
        Assert.NotEqual(one, Opaque.CopyOf([0xab, 0x02]));
        Assert.Equal("ab01", one.ToString());
        Assert.True(Opaque.TryFromHex("ab01", 2, out var read));
        Assert.Equal(one, read);
        Assert.False(Opaque.TryFromHex("AB01", 2, out _));
        Assert.False(Opaque.TryFromHex("ab0", 2, out _));
        Assert.False(Opaque.TryFromHex("ab0100", 2, out _));
    }
}
