using System.Text;
using System.Text.Json;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Tests.Vectors;

namespace Coulisse.Mls.Tests.Ciphersuites;

public sealed class Labelled_operations_match_the_vectors
{
    [Fact]
    public void Every_case_of_crypto_basics_holds() => SuiteVectors.Each("crypto-basics", (suite, test) =>
    {
        References(suite, test.GetProperty("ref_hash"));
        Expansion(suite, test.GetProperty("expand_with_label"));
        Secrets(suite, test.GetProperty("derive_secret"));
        TreeSecrets(suite, test.GetProperty("derive_tree_secret"));
        Signatures(suite, test.GetProperty("sign_with_label"));
        Encryption(suite, test.GetProperty("encrypt_with_label"));
    });

    private static void References(Ciphersuite suite, JsonElement test) =>
        Assert.Equal(test.Hex("out"), suite.RefHash(Label(test), test.Hex("value")).ToArray());

    private static void Expansion(Ciphersuite suite, JsonElement test)
    {
        var output = new byte[test.GetProperty("length").GetInt32()];
        suite.ExpandWithLabel(test.Hex("secret"), Label(test), test.Hex("context"), output);
        Assert.Equal(test.Hex("out"), output);
    }

    private static void Secrets(Ciphersuite suite, JsonElement test)
    {
        using var derived = suite.DeriveSecret(test.Hex("secret"), Label(test));
        Assert.Equal(test.Hex("out"), derived.Reveal());
    }

    private static void TreeSecrets(Ciphersuite suite, JsonElement test)
    {
        var output = new byte[test.GetProperty("length").GetInt32()];
        suite.DeriveTreeSecret(test.Hex("secret"), Label(test), test.GetProperty("generation").GetUInt32(), output);
        Assert.Equal(test.Hex("out"), output);
    }

    private static void Signatures(Ciphersuite suite, JsonElement test)
    {
        using var key = SignaturePrivateKey.FromSeed(test.Hex("priv"));
        var (label, content, signature) = (Label(test), test.Hex("content"), test.Hex("signature"));
        Assert.Equal(test.Hex("pub"), key.PublicKey.Value.ToArray());
        Assert.Equal(signature, suite.SignWithLabel(key, label, content).ToArray()); // Ed25519 is deterministic.
        Assert.True(suite.VerifyWithLabel(key.PublicKey, label, content, signature));
        Assert.False(suite.VerifyWithLabel(key.PublicKey, "another label"u8, content, signature));
    }

    private static void Encryption(Ciphersuite suite, JsonElement test)
    {
        using var key = HpkePrivateKey.From(suite.Hpke.Kem, test.Hex("priv"))!;
        var (label, context, plaintext) = (Label(test), test.Hex("context"), test.Hex("plaintext"));
        Assert.Equal(test.Hex("pub"), key.PublicKey.Value.ToArray());
        var theirs = new HpkeCiphertext(Opaque.CopyOf(test.Hex("kem_output")),
            Opaque.CopyOf(test.Hex("ciphertext")));
        using var opened = suite.DecryptWithLabel(key, label, context, theirs);
        Assert.Equal(plaintext, opened!.Reveal());
        Assert.Null(suite.DecryptWithLabel(key, "another label"u8, context, theirs));

        var ours = suite.EncryptWithLabel(key.PublicKey, label, context, plaintext, new SystemRandom())!;
        using var openedAgain = suite.DecryptWithLabel(key, label, context, ours);
        Assert.Equal(plaintext, openedAgain!.Reveal());
    }

    private static byte[] Label(JsonElement test) => Encoding.ASCII.GetBytes(test.GetProperty("label").GetString()!);
}
