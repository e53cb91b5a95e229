using System.Text;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;
using Coulisse.Wire.Tests.Credence;

namespace Coulisse.Wire.Tests.Pairings;

/// <summary>A letter as texts for a camera: read in any order, and never put together of anything else.</summary>
public sealed class ALetterTravelsInCodes : IDisposable
{
    // What a QR code holds in its densest form for letters; 1,094 is what one of 105 modules holds with repair of 15 %.
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int CharactersMax = 1_024;

    private readonly PartyInATest party = new("Sorvane", 2);
    private readonly Sealed<Letter> letter;
    private readonly IReadOnlyList<string> codes;

    public ALetterTravelsInCodes()
    {
        letter = party.Letter();
        codes = LetterCodes.Split(letter);
    }

    public void Dispose() => party.Dispose();

    [Fact]
    public void It_is_the_same_letter_in_any_order_and_however_often_a_code_is_read()
    {
        Assert.True(codes.Count > 2, $"{codes.Count} codes");
        foreach (var order in (string[][])[[.. codes], [.. codes.Reverse()], [.. codes.Skip(1), codes[0], codes[1]]])
        {
            var whole = Assert.IsType<LetterJoining.Whole>(LetterCodes.Join(order));
            Assert.Equal(CredenceFile.Write(letter), CredenceFile.Write(whole.Letter));
        }
    }

    [Fact]
    public void Each_fits_a_code_that_a_camera_reads()
    {
        Assert.All(codes, code => Assert.InRange(code.Length, 1, CharactersMax));
        Assert.All(codes, code => Assert.DoesNotContain(code, one => !Alphanumeric.Contains(one,
            StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var partial = Assert.IsType<LetterJoining.Partial>(LetterCodes.Join([codes[1]]));
        Assert.Equal(codes.Count, partial.Total);
        Assert.Equal(Enumerable.Range(1, codes.Count).Where(number => number != 2), partial.Missing);
        Assert.Equal(0, Assert.IsType<LetterJoining.Partial>(LetterCodes.Join([])).Total);
    }

    [Fact]
    public void A_code_of_another_letter_is_refused()
    {
        using var third = new PartyInATest("Tessaly", 5);
        var other = LetterCodes.Split(third.Letter());
        Refused(LetterCodesRefusal.OtherLetter, [codes[0], other[1]]);
        Refused(LetterCodesRefusal.OtherLetter, [.. codes, other[0]]);
        var short1 = codes[0].Replace($":1:{codes.Count}:", ":1:2:", StringComparison.Ordinal);
        Refused(LetterCodesRefusal.OtherLetter, [codes[1], short1]);
    }

    [Theory]
    [InlineData("", LetterCodesRefusal.Unrelated)]
    [InlineData("https://example.invalid/menu", LetterCodesRefusal.Unrelated)]
    [InlineData("coulisse:letter:1:1:2:0000000000000000:BB8", LetterCodesRefusal.Unrelated)]
    [InlineData("COULISSE:LETTER:2:1:2:0000000000000000:BB8", LetterCodesRefusal.OtherVersion)]
    [InlineData("COULISSE:LETTER:1", LetterCodesRefusal.Damaged)]
    [InlineData("COULISSE:LETTER:1:0:2:0000000000000000:BB8", LetterCodesRefusal.Damaged)]
    [InlineData("COULISSE:LETTER:1:3:2:0000000000000000:BB8", LetterCodesRefusal.Damaged)]
    [InlineData("COULISSE:LETTER:1:01:2:0000000000000000:BB8", LetterCodesRefusal.Damaged)]
    [InlineData("COULISSE:LETTER:1:1:100:0000000000000000:BB8", LetterCodesRefusal.Damaged)]
    [InlineData("COULISSE:LETTER:1:1:2:000000000000000:BB8", LetterCodesRefusal.Damaged)]
    [InlineData("COULISSE:LETTER:1:1:2:0000000000000000:", LetterCodesRefusal.Damaged)]
    [InlineData("COULISSE:LETTER:1:1:2:0000000000000000:BB", LetterCodesRefusal.Damaged)]
    [InlineData("COULISSE:LETTER:1:1:2:0000000000000000::::", LetterCodesRefusal.Damaged)]
    public void What_is_no_part_of_a_letter_is_refused(string text, LetterCodesRefusal why) => Refused(why, [text]);

    [Fact]
    public void One_changed_character_is_noticed()
    {
        for (var at = 0; at < codes[0].Length; at += 37)
        {
            var changed = codes[0][..at] + (codes[0][at] == 'A' ? 'B' : 'A') + codes[0][(at + 1)..];
            Assert.IsType<LetterJoining.Refused>(LetterCodes.Join([changed, .. codes.Skip(1)]));
        }
        Refused(LetterCodesRefusal.Damaged, [codes[0], .. codes.Skip(1), codes[0][..^3] + "000"]);
    }

    [Fact]
    public void Bytes_that_have_the_right_check_and_are_no_letter_are_refused()
    {
        var bytes = Encoding.ASCII.GetBytes("no letter at all");
        Refused(LetterCodesRefusal.Damaged,
            [new LetterPart(1, 1, LetterPart.CheckOf(bytes), Crypto.Codec.Opaque.CopyOf(bytes)).Write()]);
        var cut = WireValue.Encode(letter).Span[..200].ToArray();
        Refused(LetterCodesRefusal.Damaged,
            [new LetterPart(1, 1, LetterPart.CheckOf(cut), Crypto.Codec.Opaque.CopyOf(cut)).Write()]);
    }

    // RFC 9285, section 4.3 and 4.4.
    [Theory]
    [InlineData("AB", "BB8")]
    [InlineData("Hello!!", "%69 VD92EX0")]
    [InlineData("base-45", "UJCLQE7W581")]
    [InlineData("ietf!", "QED8WEX0")]
    [InlineData("", "")]
    public void The_characters_are_those_of_the_standard(string text, string encoded)
    {
        Assert.Equal(encoded, Base45.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base45.Decode(encoded)!));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("GGW")]
    [InlineData(":::")]
    [InlineData("::")]
    [InlineData("V5")]
    [InlineData("ab8")]
    [InlineData("BB8 ")]
    public void Nothing_else_is_read(string text) => Assert.Null(Base45.Decode(text));

    private static void Refused(LetterCodesRefusal why, IReadOnlyCollection<string> texts) =>
        Assert.Equal(new LetterJoining.Refused(why), LetterCodes.Join(texts));
}
