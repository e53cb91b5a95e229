using System.Text.Json;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Secrets;
using CsCheck;

namespace Coulisse.Crypto.Tests.Aead;

public sealed class TheCiphersRefuseWhatWasAltered
{
    [Fact]
    public void Every_valid_case_of_Wycheproof_opens_and_every_invalid_one_is_refused()
    {
        using var file = SharedData.Wycheproof("chacha20_poly1305_test.json");
        var (valid, invalid) = (0, 0);
        foreach (var group in file.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                var expected = test.GetProperty("result").GetString() == "valid";
                Assert.True(expected == Behaves(test), $"tcId {test.GetProperty("tcId")}: expected {expected}");
                _ = expected ? valid++ : invalid++;
            }
        }
        Console.WriteLine($"Wycheproof ChaCha20-Poly1305: {valid} valid accepted, {invalid} invalid refused");
        Assert.Equal(file.RootElement.GetProperty("numberOfTests").GetInt32(), valid + invalid);
    }

    /// <summary>The example of the XChaCha draft (draft-irtf-cfrg-xchacha-03, A.3.1).</summary>
    [Fact]
    public void XChaCha_encrypts_as_its_draft_prints()
    {
        using var key = Key("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
        var nonce = Convert.FromHexString("404142434445464748494a4b4c4d4e4f5051525354555657");
        var start = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip "u8;
        byte[] plaintext = [.. start, .. "for the future, sunscreen would be it."u8];
        var ciphertext = new byte[plaintext.Length + XChaChaPoly.TagBytes];
        XChaChaPoly.Seal(key, nonce, plaintext, Convert.FromHexString("50515253c0c1c2c3c4c5c6c7"), ciphertext);
        Assert.Equal("bd6d179d3e83d43b9576579493c0e939", Convert.ToHexStringLower(ciphertext.AsSpan(0, 16)));
        Assert.Equal("c0875924c1c7987947deafd8780acf49", Convert.ToHexStringLower(ciphertext.AsSpan(^16)));
    }

    [Fact]
    public void What_is_sealed_opens_and_any_flipped_bit_leaves_only_zeros() =>
        Gen.Select(Gen.Byte.Array[1, 100], Gen.Byte.Array[0, 20], Gen.Int[0, 10_000])
            .Sample((text, associated, where) =>
        {
            using var key = new AeadKey(SecretBytes.Random(AeadKey.KeyBytes, new SeededRandom(9)));
            var nonce = new byte[XChaChaPoly.NonceBytes];
            var ciphertext = new byte[text.Length + XChaChaPoly.TagBytes];
            XChaChaPoly.Seal(key, nonce, text, associated, ciphertext);
            var opened = new byte[text.Length];
            var opens = XChaChaPoly.Open(key, nonce, ciphertext, associated, opened) && opened.SequenceEqual(text);
            var bit = where % (ciphertext.Length * 8);
            ciphertext[bit / 8] ^= (byte)(1 << (bit % 8));
            var refused = !XChaChaPoly.Open(key, nonce, ciphertext, associated, opened) && opened.All(b => b == 0);
            return opens && refused;
        }, iter: 500);

    [Fact]
    public void Other_associated_data_and_too_short_ciphertexts_are_refused()
    {
        using var key = new AeadKey(SecretBytes.Random(AeadKey.KeyBytes, new SeededRandom(9)));
        var nonce = new byte[XChaChaPoly.NonceBytes];
        var ciphertext = new byte[3 + XChaChaPoly.TagBytes];
        XChaChaPoly.Seal(key, nonce, "abc"u8, "header"u8, ciphertext);
        Assert.True(XChaChaPoly.Open(key, nonce, ciphertext, "header"u8, new byte[3]));
        Assert.False(XChaChaPoly.Open(key, nonce, ciphertext, "Header"u8, new byte[3]));
        Assert.False(XChaChaPoly.Open(key, nonce, ciphertext.AsSpan(0, 15), "header"u8, []));
        Assert.False(XChaChaPoly.Open(key, nonce.AsSpan(0, 12), ciphertext, "header"u8, new byte[3]));
    }

    private static bool Behaves(JsonElement test)
    {
        byte[] Bytes(string name) => Convert.FromHexString(test.GetProperty(name).GetString()!);
        using var key = Key(test.GetProperty("key").GetString()!);
        byte[] expected = [.. Bytes("ct"), .. Bytes("tag")];
        var text = Bytes("msg");
        var opened = new byte[text.Length];
        if (!ChaChaPoly.Open(key, Bytes("iv"), expected, Bytes("aad"), opened))
            return false;
        var made = new byte[expected.Length];
        ChaChaPoly.Seal(key, Bytes("iv"), text, Bytes("aad"), made);
        return opened.SequenceEqual(text) && made.SequenceEqual(expected);
    }

    private static AeadKey Key(string hex) => new(SecretBytes.CopyOf(Convert.FromHexString(hex)));
}
