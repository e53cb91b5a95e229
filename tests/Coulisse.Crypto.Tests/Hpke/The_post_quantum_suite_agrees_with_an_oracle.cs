using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Kdf;
using CsCheck;

namespace Coulisse.Crypto.Tests.Hpke;

public sealed class The_post_quantum_suite_agrees_with_an_oracle
{
    private static readonly HpkeSuite Suite = new(Kem.XWing, HashFunction.Sha384, AeadAlgorithm.Aes256Gcm);

    private static readonly Gen<(byte[] Seed, byte[] Info, byte[] Associated, byte[] Text)> Cases =
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[0, 300], Gen.Byte.Array[0, 40], Gen.Byte.Array[0, 300]);

    [Fact]
    public void What_ours_seals_the_oracle_opens() => Cases.Sample((seed, info, associated, text) =>
    {
        var oracle = new XWingOracle(seed);
        var made = Suite.Seal(new HpkePublicKey(Opaque.CopyOf(oracle.PublicKey)), info, associated, text,
            new SeededRandom(seed[0]))!;
        return oracle.Open(made.KemOutput.ToArray(), info, associated, made.Ciphertext.ToArray()).SequenceEqual(text);
    }, iter: 40);

    [Fact]
    public void What_the_oracle_seals_ours_opens() => Cases.Sample((seed, info, associated, text) =>
    {
        using var key = HpkePrivateKey.From(Kem.XWing, seed)!;
        var (sent, ciphertext) = XWingOracle.Seal(key.PublicKey.Value.ToArray(), info, associated, text);
        using var opened = Suite.Open(key, info, associated,
            new HpkeCiphertext(Opaque.CopyOf(sent), Opaque.CopyOf(ciphertext)));
        return opened!.FixedTimeEquals(text);
    }, iter: 40);

    [Fact]
    public void Both_derive_the_same_keys() => Gen.Byte.Array[32, 80].Sample(keyMaterial =>
    {
        using var key = Kem.XWing.DeriveKeyPair(keyMaterial);
        using var secret = key.CopySecret();
        var seed = XWingOracle.DeriveSeed(keyMaterial);
        return secret.FixedTimeEquals(seed) && key.PublicKey.Value.Span.SequenceEqual(new XWingOracle(seed).PublicKey);
    }, iter: 40);
}
