using System.Text.Json;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tests.Vectors;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Ratchets;

public sealed class The_secret_tree_matches_the_vectors
{
    [Fact]
    public void Every_key_and_nonce_of_secret_tree_is_drawn() =>
        SuiteVectors.Each("secret-tree", (suite, test) =>
        {
            SenderData(suite, test.GetProperty("sender_data"));
            using var secret = SecretBytes.CopyOf(test.Hex("encryption_secret"));
            var leaves = test.GetProperty("leaves").EnumerateArray().ToList();
            var tree = SecretTree.Create(suite, (uint)leaves.Count, secret);
            for (var leaf = 0; leaf < leaves.Count; leaf++)
            {
                foreach (var generation in leaves[leaf].EnumerateArray())
                    tree = Both(suite, tree, new LeafIndex((uint)leaf), generation);
            }
            tree.Dispose();
        });

    private static SecretTree Both(Ciphersuite suite, SecretTree tree, LeafIndex leaf, JsonElement test)
    {
        var between = Drawn(suite, tree, leaf, RatchetKind.Handshake, test, "handshake");
        return Drawn(suite, between, leaf, RatchetKind.Application, test, "application");
    }

    private static SecretTree Drawn(Ciphersuite suite, SecretTree tree, LeafIndex leaf, RatchetKind kind,
        JsonElement test, string name)
    {
        var (key, nonce) = (new byte[suite.Aead.KeyBytes], new byte[AeadAlgorithm.NonceBytes]);
        var generation = test.GetProperty("generation").GetUInt32();
        Assert.Equal(RatchetAnswer.Drawn, tree.DrawAt(leaf, kind, generation, key, nonce, out var next));
        Assert.Equal(test.Hex(name + "_key"), key);
        Assert.Equal(test.Hex(name + "_nonce"), nonce);
        tree.Dispose();
        return next!;
    }

    private static void SenderData(Ciphersuite suite, JsonElement test)
    {
        using var secret = SecretBytes.CopyOf(test.Hex("sender_data_secret"));
        var (key, nonce) = (new byte[suite.Aead.KeyBytes], new byte[AeadAlgorithm.NonceBytes]);
        SenderDataKey.Derive(suite, secret, test.Hex("ciphertext"), key, nonce);
        Assert.Equal(test.Hex("key"), key);
        Assert.Equal(test.Hex("nonce"), nonce);
    }
}
