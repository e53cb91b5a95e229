using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using static Coulisse.Crypto.Tests.WycheproofFile;

namespace Coulisse.Crypto.Tests.Hpke;

public sealed class Kems_agree_with_Wycheproof
{
    /// <summary>Cases whose secret is zero are "acceptable" there; here each of them is refused.</summary>
    [Fact]
    public void X25519() => Run("x25519_test.json", (_, test) =>
    {
        var shared = new byte[32];
        var agreed = X25519Kem.TryAgree(test.Bytes("private"), test.Bytes("public"), shared);
        var flags = test.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString());
        Assert.Equal(flags.Contains("ZeroSharedSecret"), !agreed);
        if (!agreed)
            return Answer.Refused;
        Assert.Equal(test.Bytes("shared"), shared);
        return Answer.Right;
    });

    [Fact]
    public void MlKem_768_decapsulation() => Run("mlkem_768_test.json", (_, test) =>
    {
        var (seed, ciphertext) = (test.Bytes("seed"), test.Bytes("c"));
        if (seed.Length != MlKem768.SeedBytes || ciphertext.Length != MlKem768.CiphertextBytes)
            return Answer.Refused; // The product's lengths are those of X-Wing, checked by Kem.
        var (publicKey, privateKey) = (new byte[MlKem768.PublicKeyBytes], new byte[MlKem768.PrivateKeyBytes]);
        var shared = new byte[MlKem768.SharedBytes];
        Assert.Equal(0, MlKem768.KeyPair(publicKey, privateKey, seed));
        Assert.Equal(test.Bytes("ek"), publicKey);
        Assert.Equal(0, MlKem768.Decapsulate(shared, ciphertext, privateKey));
        Assert.Equal(test.Bytes("K"), shared);
        return Answer.Right;
    });

    /// <summary>What ML-KEM refuses as a key is refused by the product as half of an X-Wing key too.</summary>
    [Fact]
    public void MlKem_768_encapsulation() => Run("mlkem_768_encaps_test.json", (_, test) =>
    {
        var publicKey = test.Bytes("ek");
        using var other = Kem.X25519.DeriveKeyPair(new byte[32]);
        var both = new HpkePublicKey(Opaque.CopyOf([.. publicKey, .. other.PublicKey.Value.Span]));
        var (shared, encapsulation) = (new byte[Kem.SharedSecretBytes], new byte[Kem.XWing.EncapsulationBytes]);
        var xwing = Kem.XWing.TryEncapsulate(both, new SeededRandom(1), shared, encapsulation);
        var ciphertext = new byte[MlKem768.CiphertextBytes];
        if (publicKey.Length != MlKem768.PublicKeyBytes
            || MlKem768.Encapsulate(ciphertext, shared, publicKey, test.Bytes("m")) != 0)
        {
            Assert.False(xwing);
            return Answer.Refused;
        }
        Assert.True(xwing);
        Assert.Equal(test.Bytes("c"), ciphertext);
        Assert.Equal(test.Bytes("K"), shared);
        return Answer.Right;
    });
}
