using System.Text;
using Coulisse.Wire.Statements;
using CsCheck;

namespace Coulisse.Wire.Tests.Statements;

public sealed class AnyChangedByteIsNamed
{
    private static readonly byte[] Small = Samples.SignedFile(Samples.Small);
    private static readonly byte[] Least = Samples.SignedFile(Samples.Least);
    private static readonly byte[] Large = Samples.SignedFile(Samples.Large);

    [Fact]
    public void Each_byte_of_a_file_changed_to_another_is_named_at_its_offset()
    {
        for (var offset = 0; offset < Least.Length; offset++)
            AssertChangeIsNamed(Least, offset, (byte)(Least[offset] ^ (1 << (offset % 8))));
    }

    [Fact]
    public void A_byte_changed_to_a_line_end_or_back_is_named_at_its_offset()
    {
        for (var offset = 0; offset < Least.Length; offset++)
        {
            if (Least[offset] == '\n' || offset % 5 == 0)
                AssertChangeIsNamed(Least, offset, Least[offset] == '\n' ? (byte)'~' : (byte)'\n');
        }
    }

    [Fact]
    public void Any_flipped_bit_of_the_large_file_is_named_at_its_offset() =>
        Gen.Select(Gen.Int[0, Large.Length - 1], Gen.Int[0, 7])
            .Sample((offset, bit) => AssertChangeIsNamed(Large, offset, (byte)(Large[offset] ^ (1 << bit))), iter: 60);

    [Fact]
    public void A_byte_put_in_anywhere_is_named()
    {
        for (var offset = 0; offset <= Least.Length; offset += Step(offset))
        {
            byte value = offset % 2 == 0 ? (byte)'\n' : (byte)'q';
            byte[] altered = [.. Least[..offset], value, .. Least[offset..]];
            var finding = Assert.Single(Samples.FindingsOf(altered));
            if (finding is Finding.TrailingBytes trailing)
                Assert.Equal((Least.Length, 1), (trailing.Offset, trailing.Length));
            else
            {
                var inserted = Assert.IsType<Finding.ByteInserted>(finding);
                Assert.Equal(value, inserted.Found);
                AssertPlace(altered, inserted.Place);
                // Of a run of equal bytes, whichever is taken out gives the signed file back.
                Assert.Equal(Least, Without(altered, (int)inserted.Place.Offset));
            }
        }
    }

    [Fact]
    public void A_byte_taken_out_anywhere_is_named()
    {
        for (var offset = 0; offset < Least.Length; offset += Step(offset))
        {
            var altered = Without(Least, offset);
            var finding = Assert.Single(Samples.FindingsOf(altered));
            Assert.True(finding is Finding.ByteMissing, $"offset {offset}: {finding}");
            var missing = (Finding.ByteMissing)finding;
            Assert.Equal(Least[offset], missing.AsSigned);
            var at = (int)missing.Place.Offset;
            Assert.Equal(Least, (byte[])[.. altered[..at], missing.AsSigned, .. altered[at..]]);
        }
    }

    [Fact]
    public void The_words_of_a_finding_give_line_byte_offset_and_both_values()
    {
        var altered =
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Small).Replace("keep", "kxep", StringComparison.Ordinal));
        var offset = Small.AsSpan().IndexOf("keep"u8) + 1;
        Assert.Equal($"line 12, byte 5 of the line (offset {offset} in the file): found 'x' (0x78), signed 'e' (0x65)",
            Assert.Single(Samples.FindingsOf(altered)).ToString());
    }

    [Fact]
    public void Two_changed_bytes_on_two_lines_are_both_named()
    {
        var altered = (byte[])Small.Clone();
        var (first, second) = (Small.AsSpan().IndexOf("open."u8), Small.AsSpan().IndexOf("agreed"u8));
        altered[first] = (byte)'O';
        altered[second] = (byte)'A';
        Assert.Equal([(long)first, second], Samples.FindingsOf(altered)
            .Select(f => Assert.IsType<Finding.ByteChanged>(f).Place.Offset));
    }

    [Fact]
    public void A_byte_of_the_text_and_a_byte_of_the_seal_are_both_named()
    {
        var altered = (byte[])Small.Clone();
        var (first, second) = (Small.AsSpan().IndexOf("open."u8), Small.AsSpan().IndexOf("%% signature"u8) + 20);
        altered[first] ^= 1;
        altered[second] ^= 1;
        Assert.Equal([(long)first, second], Samples.FindingsOf(altered)
            .Select(f => Assert.IsType<Finding.ByteChanged>(f).Place.Offset));
    }

    [Fact]
    public void Two_changed_bytes_of_one_piece_are_named_as_a_range_of_their_line()
    {
        var altered = (byte[])Small.Clone();
        var at = Small.AsSpan().IndexOf("We keep"u8);
        altered[at] = (byte)'w';
        altered[at + 3] = (byte)'K';
        var range = Assert.IsType<Finding.BytesChanged>(Assert.Single(Samples.FindingsOf(altered)));
        Assert.Equal((12, (long)at), (range.From.Line, range.From.Offset));
    }

    // Every byte where text and seal meet, which is the hardest place, and some of all others.
    private static int Step(int offset) => Math.Abs(offset - Least.AsSpan().IndexOf("%% SEAL"u8)) < 30 ? 1 : 5;

    private static void AssertChangeIsNamed(byte[] file, int offset, byte value)
    {
        var altered = (byte[])file.Clone();
        altered[offset] = value;
        var findings = Samples.FindingsOf(altered);
        var changed = Assert.IsType<Finding.ByteChanged>(Assert.Single(findings));
        Assert.True((offset, value, file[offset]) == ((int)changed.Place.Offset, changed.Found, changed.AsSigned),
            $"offset {offset} to 0x{value:x2}: {changed}");
        AssertPlace(altered, changed.Place);
    }

    private static void AssertPlace(byte[] file, FilePlace place)
    {
        var before = file.AsSpan(0, (int)place.Offset);
        Assert.Equal((before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n')),
            (place.Line, place.ByteOfLine));
    }

    private static byte[] Without(byte[] file, int offset) => [.. file[..offset], .. file[(offset + 1)..]];
}
