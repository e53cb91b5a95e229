using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Ratchets;

/// <summary>Draws from secret trees for tests: the key and nonce as one hexadecimal word.</summary>
internal static class Drawing
{
    internal static readonly Ciphersuite Suite = Ciphersuite.X25519Aes128Gcm;

    internal static SecretTree NewTree(uint leaves)
    {
        using var secret = SecretBytes.CopyOf(new byte[32].Select((_, index) => (byte)index).ToArray());
        return SecretTree.Create(Suite, leaves, secret);
    }

    internal static (RatchetAnswer Answer, string Key, SecretTree? Next) At(this SecretTree tree, uint leaf,
        uint generation, RatchetKind kind = RatchetKind.Application)
    {
        var (key, nonce) = (new byte[Suite.Aead.KeyBytes], new byte[AeadAlgorithm.NonceBytes]);
        var answer = tree.DrawAt(new LeafIndex(leaf), kind, generation, key, nonce, out var next);
        return (answer, Convert.ToHexStringLower([.. key, .. nonce]), next);
    }

    /// <summary>Draws, drops the old state and gives the next one.</summary>
    internal static SecretTree After(this SecretTree tree, uint leaf, uint generation)
    {
        var (answer, _, next) = tree.At(leaf, generation);
        Assert.Equal(RatchetAnswer.Drawn, answer);
        tree.Dispose();
        return next!;
    }
}
