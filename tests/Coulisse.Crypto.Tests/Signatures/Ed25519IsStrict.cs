using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Crypto.Tests.Signatures;

public sealed class Ed25519IsStrict
{
    private static readonly SignatureLabel Label = SignatureLabel.For("Test");

    [Fact]
    public void Every_valid_signature_of_Wycheproof_is_accepted_and_every_invalid_one_refused()
    {
        using var file = SharedData.Wycheproof("ed25519_test.json");
        var (valid, invalid) = (0, 0);
        foreach (var group in file.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            var key = SignaturePublicKey.From(Hex(group.GetProperty("publicKey").GetProperty("pk").GetString()!))!;
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                var expected = test.GetProperty("result").GetString() == "valid";
                var actual =
                    key.Verify(Hex(test.GetProperty("msg").GetString()!).Span, Hex(test.GetProperty("sig").GetString()!)
                    .Span);
                Assert.True(expected == actual, $"tcId {test.GetProperty("tcId")}: expected {expected}");
                _ = expected ? valid++ : invalid++;
            }
        }
        TestContext.Current.SendDiagnosticMessage(
            $"Wycheproof Ed25519: {valid} valid accepted, {invalid} invalid refused");
        Console.WriteLine($"Wycheproof Ed25519: {valid} valid accepted, {invalid} invalid refused");
        Assert.Equal(file.RootElement.GetProperty("numberOfTests").GetInt32(), valid + invalid);
    }

    /// <summary>RFC 8032 §7.1, test 2.</summary>
    [Fact]
    public void The_RFC_key_signs_as_printed()
    {
        using var key =
            SignaturePrivateKey.FromSeed(Hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").Span);
        Assert.Equal("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", key.PublicKey.ToString());
        Assert.Equal("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
            + "387b2eaeb4302aeeb00d291612bb0c00", key.Sign([0x72]).ToString());
    }

    [Fact]
    public void A_signature_counts_only_under_its_label_key_and_content()
    {
        using var key = SignaturePrivateKey.Generate(new SeededRandom(1));
        using var otherKey = SignaturePrivateKey.Generate(new SeededRandom(2));
        var signature = key.SignWithLabel(Label, "content"u8);
        Assert.True(key.PublicKey.VerifyWithLabel(Label, "content"u8, signature.Span));
        Assert.False(key.PublicKey.VerifyWithLabel(SignatureLabel.For("Other"), "content"u8, signature.Span));
        Assert.False(key.PublicKey.VerifyWithLabel(Label, "Content"u8, signature.Span));
        Assert.False(otherKey.PublicKey.VerifyWithLabel(Label, "content"u8, signature.Span));
        Assert.False(key.PublicKey.VerifyWithLabel(Label, "content"u8, signature.Span[..63]));
        Assert.False(key.PublicKey.Verify("content"u8, signature.Span));
    }

    /// <summary>RFC 9420 §5.1.2: two vectors, label then content. Built by hand here.</summary>
    [Fact]
    public void The_signed_bytes_are_label_and_content_as_vectors()
    {
        using var key = SignaturePrivateKey.Generate(new SeededRandom(3));
        byte[] byHand = [17, .. "Coulisse 1.0 Test"u8, 3, 1, 2, 3];
        Assert.Equal(key.Sign(byHand), key.SignWithLabel(Label, [1, 2, 3]));
    }

    [Fact]
    public void Moving_the_boundary_between_label_and_content_breaks_the_signature()
    {
        using var key = SignaturePrivateKey.Generate(new SeededRandom(4));
        var signature = key.SignWithLabel(SignatureLabel.For("AB"), "C"u8);
        Assert.False(key.PublicKey.VerifyWithLabel(SignatureLabel.For("A"), "BC"u8, signature.Span));
    }

    [Fact]
    public void Flipping_any_bit_of_a_signature_breaks_it()
    {
        using var key = SignaturePrivateKey.Generate(new SeededRandom(5));
        var signature = key.Sign("text"u8).ToArray();
        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(key.PublicKey.Verify("text"u8, signature));
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.True(key.PublicKey.Verify("text"u8, signature));
    }

    [Fact]
    public void A_wiped_key_signs_nothing()
    {
        var key = SignaturePrivateKey.Generate(new SeededRandom(6));
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("text"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tab\t")]
    [InlineData("é")]
    public void A_purpose_is_printable_ASCII(string purpose) =>
        Assert.Throws<ArgumentException>(() => SignatureLabel.For(purpose));

    private static Opaque Hex(string digits) => Opaque.CopyOf(Convert.FromHexString(digits));
}
