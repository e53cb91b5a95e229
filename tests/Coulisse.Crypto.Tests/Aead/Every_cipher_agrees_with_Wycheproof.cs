using System.Text.Json;
using Coulisse.Crypto.Aead;
using static Coulisse.Crypto.Tests.WycheproofFile;

namespace Coulisse.Crypto.Tests.Aead;

public sealed class Every_cipher_agrees_with_Wycheproof
{
    [Fact]
    public void Aes_gcm_with_keys_of_128_and_256_bits() => Run("aes_gcm_test.json", (group, test) =>
    {
        if (group.GetProperty("ivSize").GetInt32() != 96)
            return Answer.NotOurs;
        return group.GetProperty("keySize").GetInt32() switch
        {
            128 => Check(AeadAlgorithm.Aes128Gcm, test),
            256 => Check(AeadAlgorithm.Aes256Gcm, test),
            _ => Answer.NotOurs,
        };
    });

    [Fact]
    public void ChaCha20_Poly1305_with_every_length_of_nonce() => Run("chacha20_poly1305_test.json",
        (_, test) => Check(AeadAlgorithm.ChaCha20Poly1305, test));

    [Fact]
    public void Sealing_in_place_gives_the_same_and_a_refusal_leaves_zeros()
    {
        AeadAlgorithm[] all = [AeadAlgorithm.Aes128Gcm, AeadAlgorithm.Aes256Gcm, AeadAlgorithm.ChaCha20Poly1305];
        foreach (var cipher in all)
        {
            var (key, nonce) = (new byte[cipher.KeyBytes], new byte[AeadAlgorithm.NonceBytes]);
            var apart = new byte[4 + AeadAlgorithm.TagBytes];
            cipher.Seal(key, nonce, "header"u8, "text"u8, apart);
            byte[] inPlace = [.. "text"u8, .. new byte[AeadAlgorithm.TagBytes]];
            cipher.Seal(key, nonce, "header"u8, inPlace.AsSpan(0, 4), inPlace);
            Assert.Equal(apart, inPlace);
            byte[] opened = [1, 2, 3, 4];
            Assert.False(cipher.TryOpen(key, nonce, "Header"u8, apart, opened));
            Assert.Equal(new byte[4], opened);
            Assert.False(cipher.TryOpen(key, nonce, "header"u8, apart.AsSpan(0, 15), []));
            Assert.True(cipher.TryOpen(key, nonce, "header"u8, apart, opened));
            Assert.Equal("text"u8, opened);
            Assert.Throws<ArgumentException>(() => cipher.Seal(key.AsSpan(1), nonce, default, default, new byte[16]));
        }
    }

    private static Answer Check(AeadAlgorithm cipher, JsonElement test)
    {
        var (key, nonce, associated) = (test.Bytes("key"), test.Bytes("iv"), test.Bytes("aad"));
        byte[] expected = [.. test.Bytes("ct"), .. test.Bytes("tag")];
        var text = test.Bytes("msg");
        var opened = new byte[text.Length];
        if (!cipher.TryOpen(key, nonce, associated, expected, opened))
            return Answer.Refused;
        var made = new byte[expected.Length];
        cipher.Seal(key, nonce, associated, text, made);
        Assert.Equal(text, opened);
        Assert.Equal(expected, made);
        return Answer.Right;
    }
}
