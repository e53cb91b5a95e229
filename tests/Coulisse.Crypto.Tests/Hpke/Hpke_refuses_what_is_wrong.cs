using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Kdf;
using CsCheck;

namespace Coulisse.Crypto.Tests.Hpke;

public sealed class Hpke_refuses_what_is_wrong
{
    private static readonly HpkeSuite[] Suites =
    [
        new(Kem.X25519, HashFunction.Sha256, AeadAlgorithm.Aes128Gcm),
        new(Kem.X25519, HashFunction.Sha256, AeadAlgorithm.ChaCha20Poly1305),
        new(Kem.XWing, HashFunction.Sha384, AeadAlgorithm.Aes256Gcm),
    ];

    [Fact]
    public void Nobody_encrypts_to_a_point_of_small_order()
    {
        var zero = new HpkePublicKey(Opaque.Zeros(32));
        Assert.Null(Suites[0].Seal(zero, default, default, "text"u8, new SeededRandom(1)));
        Assert.Null(Suites[0].ExportTo(zero, default, default, 32, new SeededRandom(1)));
        using var key = HpkePrivateKey.Generate(Kem.X25519, new SeededRandom(2));
        Assert.Null(Suites[0].ExportFrom(key, Opaque.Zeros(32), default, default, 32));
        Assert.Null(Suites[0].Open(key, default, default, new HpkeCiphertext(Opaque.Zeros(32), Opaque.Zeros(20))));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")]
    [InlineData("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void A_point_of_small_order_is_known_as_one_however_its_highest_bit_is(string point)
    {
        var bytes = Convert.FromHexString(point);
        foreach (var highest in new byte[] { 0x00, 0x80 })
        {
            bytes[^1] = (byte)((bytes[^1] & 0x7f) | highest);
            var key = new HpkePublicKey(Opaque.CopyOf(bytes));
            Assert.False(Kem.X25519.IsUsable(key));
            Assert.Null(Suites[0].Seal(key, default, default, "text"u8, new SeededRandom(1)));
        }
    }

    [Fact]
    public void What_is_usable_is_what_can_be_encrypted_to()
    {
        foreach (var suite in Suites)
        {
            using var key = HpkePrivateKey.Generate(suite.Kem, new SeededRandom(2));
            Assert.True(suite.Kem.IsUsable(key.PublicKey));
            Assert.False(suite.Kem.IsUsable(new HpkePublicKey(Longer(key.PublicKey.Value))));
        }
        using var hybrid = HpkePrivateKey.Generate(Kem.XWing, new SeededRandom(2));
        foreach (var at in new[] { 0, 1, 1149, 1150 })
        {
            var bytes = hybrid.PublicKey.Value.ToArray();
            (bytes[at], bytes[at + 1]) = (0xff, 0xff); // Twelve ones: beyond 3328, wherever they begin.
            var key = new HpkePublicKey(Opaque.CopyOf(bytes));
            Assert.False(Kem.XWing.IsUsable(key));
            Assert.Null(Suites[2].Seal(key, default, default, "text"u8, new SeededRandom(3)));
        }
    }

    [Fact]
    public void Keys_and_encapsulations_of_another_length_are_refused()
    {
        foreach (var suite in Suites)
        {
            using var key = HpkePrivateKey.Generate(suite.Kem, new SeededRandom(2));
            var made = suite.Seal(key.PublicKey, default, default, "text"u8, new SeededRandom(3))!;
            foreach (var wrong in new[] { Opaque.Empty, Longer(made.KemOutput), Shorter(made.KemOutput) })
                Assert.Null(suite.Open(key, default, default, made with { KemOutput = wrong }));
            foreach (var wrong in new[] { Opaque.Empty, Longer(key.PublicKey.Value), Shorter(key.PublicKey.Value) })
                Assert.Null(suite.Seal(new HpkePublicKey(wrong), default, default, "text"u8, new SeededRandom(3)));
            Assert.Null(HpkePrivateKey.From(suite.Kem, new byte[31]));
            Assert.Throws<ArgumentException>(() => suite.Kem.DeriveKeyPair(new byte[31]));
        }
    }

    [Fact]
    public void Any_flipped_bit_is_refused() => Gen.Int[0, 2].Select(Gen.Int[0, int.MaxValue]).Sample((which, where) =>
    {
        var suite = Suites[which];
        using var key = HpkePrivateKey.Generate(suite.Kem, new SeededRandom(2));
        var made = suite.Seal(key.PublicKey, "info"u8, "associated"u8, "text"u8, new SeededRandom(3))!;
        using var opened = suite.Open(key, "info"u8, "associated"u8, made);
        var flipped = where % 2 == 0
            ? made with { KemOutput = Flipped(made.KemOutput, where) }
            : made with { Ciphertext = Flipped(made.Ciphertext, where) };
        return opened!.FixedTimeEquals("text"u8)
            && suite.Open(key, "info"u8, "associated"u8, flipped) is null
            && suite.Open(key, "Info"u8, "associated"u8, made) is null
            && suite.Open(key, "info"u8, "Associated"u8, made) is null;
    }, iter: 300);

    [Fact]
    public void A_key_of_another_KEM_is_the_callers_fault()
    {
        using var key = HpkePrivateKey.Generate(Kem.X25519, new SeededRandom(2));
        Assert.Throws<ArgumentException>(() =>
            Suites[2].Open(key, default, default, new HpkeCiphertext(Opaque.Zeros(1120), Opaque.Zeros(20))));
    }

    [Fact]
    public void A_private_key_prints_its_public_half_and_dies_when_wiped()
    {
        var key = HpkePrivateKey.Generate(Kem.XWing, new SeededRandom(2));
        using var secret = key.CopySecret();
        Assert.DoesNotContain(Convert.ToHexStringLower(secret.Reveal()), key.ToString(), StringComparison.Ordinal);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(key.CopySecret);
    }

    private static Opaque Longer(Opaque bytes) => Opaque.CopyOf([.. bytes.Span, 0]);

    private static Opaque Shorter(Opaque bytes) => Opaque.CopyOf(bytes.Span[..^1]);

    private static Opaque Flipped(Opaque bytes, int where)
    {
        var changed = bytes.ToArray();
        var bit = where / 2 % (changed.Length * 8);
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return Opaque.Owning(changed);
    }
}
