using System.Text;
using System.Text.Json;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Tests.Ciphersuites;

public sealed class Labelled_operations_match_the_vectors
{
    [Fact]
    public void Every_case_of_crypto_basics_holds() => MlsVectors.EachOfOurSuites("crypto-basics.json", (suite, test) =>
    {
        References(suite, test.GetProperty("ref_hash"));
        Expansion(suite, test.GetProperty("expand_with_label"));
        Secrets(suite, test.GetProperty("derive_secret"));
        TreeSecrets(suite, test.GetProperty("derive_tree_secret"));
        Signatures(suite, test.GetProperty("sign_with_label"));
        Encryption(suite, test.GetProperty("encrypt_with_label"));
    });

    private static void References(Ciphersuite suite, JsonElement test) =>
        Assert.Equal(test.Bytes("out"), suite.RefHash(Label(test), test.Bytes("value")).ToArray());

    private static void Expansion(Ciphersuite suite, JsonElement test)
    {
        var output = new byte[test.GetProperty("length").GetInt32()];
        suite.ExpandWithLabel(test.Bytes("secret"), Label(test), test.Bytes("context"), output);
        Assert.Equal(test.Bytes("out"), output);
    }

    private static void Secrets(Ciphersuite suite, JsonElement test)
    {
        using var derived = suite.DeriveSecret(test.Bytes("secret"), Label(test));
        Assert.Equal(test.Bytes("out"), derived.Reveal());
    }

    private static void TreeSecrets(Ciphersuite suite, JsonElement test)
    {
        var output = new byte[test.GetProperty("length").GetInt32()];
        suite.DeriveTreeSecret(test.Bytes("secret"), Label(test), test.GetProperty("generation").GetUInt32(), output);
        Assert.Equal(test.Bytes("out"), output);
    }

    private static void Signatures(Ciphersuite suite, JsonElement test)
    {
        using var key = SignaturePrivateKey.FromSeed(test.Bytes("priv"));
        var (label, content, signature) = (Label(test), test.Bytes("content"), test.Bytes("signature"));
        Assert.Equal(test.Bytes("pub"), key.PublicKey.Value.ToArray());
        Assert.Equal(signature, suite.SignWithLabel(key, label, content).ToArray()); // Ed25519 is deterministic.
        Assert.True(suite.VerifyWithLabel(key.PublicKey, label, content, signature));
        Assert.False(suite.VerifyWithLabel(key.PublicKey, "another label"u8, content, signature));
    }

    private static void Encryption(Ciphersuite suite, JsonElement test)
    {
        using var key = HpkePrivateKey.From(suite.Hpke.Kem, test.Bytes("priv"))!;
        var (label, context, plaintext) = (Label(test), test.Bytes("context"), test.Bytes("plaintext"));
        Assert.Equal(test.Bytes("pub"), key.PublicKey.Value.ToArray());
        var theirs = new HpkeCiphertext(Opaque.CopyOf(test.Bytes("kem_output")),
            Opaque.CopyOf(test.Bytes("ciphertext")));
        using var opened = suite.DecryptWithLabel(key, label, context, theirs);
        Assert.Equal(plaintext, opened!.Reveal());
        Assert.Null(suite.DecryptWithLabel(key, "another label"u8, context, theirs));

        var ours = suite.EncryptWithLabel(key.PublicKey, label, context, plaintext, new SystemRandom())!;
        using var openedAgain = suite.DecryptWithLabel(key, label, context, ours);
        Assert.Equal(plaintext, openedAgain!.Reveal());
    }

    private static byte[] Label(JsonElement test) => Encoding.ASCII.GetBytes(test.GetProperty("label").GetString()!);
}
