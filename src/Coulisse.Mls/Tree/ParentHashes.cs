using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Kdf;

namespace Coulisse.Mls.Tree;

/// <summary>RFC 9420 §7.9: what ties each key in the tree to the member who put it there.</summary>
internal static class ParentHashes
{
    /// <summary>Hashes <code>struct { HPKEPublicKey encryption_key; opaque parent_hash&lt;V&gt;;
    /// opaque original_sibling_tree_hash&lt;V&gt;; } ParentHashInput;</code></summary>
    internal static Opaque Compute(
        HashFunction function, HpkePublicKey key, Opaque parentHash, Opaque originalSiblingTreeHash)
    {
        var input = new ArrayBufferWriter<byte>(256);
        var writer = new TlsWriter(input);
        writer.WriteVector(key.Value);
        writer.WriteVector(parentHash);
        writer.WriteVector(originalSiblingTreeHash);
        return Subtree.HashOf(function, input.WrittenSpan);
    }

    /// <summary>
    /// The tree hash that a subtree had before the leaves of <paramref name="later"/> were added: they are blanked and
    /// taken out of every list of unmerged leaves.
    /// </summary>
    internal static Opaque OriginalTreeHash(HashFunction function, Subtree subtree, IReadOnlySet<LeafIndex> later)
    {
        if (!later.Any(subtree.Covers))
            return subtree.Hash(function);
        if (subtree.IsLeaf)
            return Subtree.HashLeaf(function, subtree.LeafIndex, null);
        return Subtree.HashParent(function, Without(subtree.Parent, later),
            OriginalTreeHash(function, subtree.Left!, later), OriginalTreeHash(function, subtree.Right!, later));
    }

    private static ParentNode? Without(ParentNode? parent, IReadOnlySet<LeafIndex> later) => parent is null
        ? null
        : parent with
        {
            UnmergedLeaves = new([.. parent.UnmergedLeaves.Span.ToArray().Where(leaf => !later.Contains(leaf))]),
        };
}
