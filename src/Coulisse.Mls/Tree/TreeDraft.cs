using System.Collections.Immutable;
using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Tree;

/// <summary>A tree while a commit changes it: RFC 9420 §12.1.1 to §12.1.3, §7.5 and §7.7. Used once, then
/// dropped.</summary>
internal sealed class TreeDraft(RatchetTree from)
{
    private readonly Ciphersuite suite = from.Suite;
    private readonly TreeCensus.Counting counting = from.Census.ToCounting();
    private Subtree root = from.Root;

    internal RatchetTree ToTree() => new(suite, root, counting.ToCensus());

    internal bool HasEncryptionKey(HpkePublicKey key) => counting.HasEncryptionKey(key.Value);

    /// <summary>Puts a member at the leftmost blank leaf, behind the others if there is none.</summary>
    internal LeafIndex Add(LeafNode leaf)
    {
        if (root.Members == root.LeafCount)
            Extend();
        var index = LeftmostBlank();
        root = Rewrite(root, index, leaf, parent => WithUnmerged(parent, index));
        return index;
    }

    /// <summary>Replaces a member's leaf and blanks every node above it.</summary>
    internal void Update(LeafIndex index, LeafNode leaf) => root = Rewrite(root, index, leaf, _ => null);

    /// <summary>Blanks a member's leaf and every node above it, and cuts off an empty right half.</summary>
    internal void Remove(LeafIndex index)
    {
        root = Rewrite(root, index, null, _ => null);
        while (!root.IsLeaf && root.Right!.Members == 0)
        {
            Uncount(root);
            root = root.Left!;
        }
    }

    /// <summary>
    /// RFC 9420 §7.5: gives the nodes above a leaf new keys, and returns the hash that the leaf's own parent_hash has
    /// to
    /// be. The leaf itself is set afterwards, with <see cref="ReplaceLeaf"/>.
    /// </summary>
    internal Opaque MergePath(LeafIndex index, ImmutableArray<PathStep> path, ImmutableArray<HpkePublicKey> keys)
    {
        Debug.Assert(path.Length == keys.Length, "One key a step.");
        var parents = new Dictionary<uint, ParentNode>(path.Length);
        var parentHash = Opaque.Empty;
        for (var step = path.Length - 1; step >= 0; step--)
        {
            parents[path[step].Node.Node] = new ParentNode(keys[step], parentHash, []);
            parentHash = ParentHashes.Compute(
                suite.Hash, keys[step], parentHash, path[step].Copath.Hash(suite.Hash));
        }
        root = Rewrite(root, index, root.LeafAt(index).Leaf, parents);
        return parentHash;
    }

    /// <summary>Replaces a leaf and nothing above it.</summary>
    internal void ReplaceLeaf(LeafIndex index, LeafNode leaf) =>
        root = Rewrite(root, index, leaf, parent => parent);

    private static ParentNode? WithUnmerged(ParentNode? parent, LeafIndex added)
    {
        if (parent is null)
            return null;
        var leaves = parent.UnmergedLeaves.ToImmutableArray();
        var place = leaves.BinarySearch(added);
        return place >= 0 ? parent : parent with { UnmergedLeaves = new(leaves.Insert(~place, added)) };
    }

    private void Extend()
    {
        var leaves = root.LeafCount;
        if (leaves >= Codec.MlsLimits.LeavesMax)
            throw new MlsRejection(MlsErrorCode.TreeTooLarge, "7.7", "The tree would have more leaves than we allow.");
        root = new Subtree((leaves * 2) - 1, null, root, Subtree.Blank(new(leaves), leaves));
    }

    private LeafIndex LeftmostBlank()
    {
        var at = root;
        while (!at.IsLeaf)
            at = at.Left!.Members < at.Left.LeafCount ? at.Left : at.Right!;
        return at.LeafIndex;
    }

    private Subtree Rewrite(Subtree at, LeafIndex index, LeafNode? leaf, Dictionary<uint, ParentNode> parents) =>
        RewriteAt(at, index, leaf, (node, _) => parents.GetValueOrDefault(node));

    private Subtree Rewrite(Subtree at, LeafIndex index, LeafNode? leaf, Func<ParentNode?, ParentNode?> parent) =>
        RewriteAt(at, index, leaf, (_, before) => parent(before));

    private Subtree RewriteAt(
        Subtree at, LeafIndex index, LeafNode? leaf, Func<uint, ParentNode?, ParentNode?> parentOf)
    {
        if (at.IsLeaf)
        {
            counting.Replace(at.Leaf, leaf);
            return Subtree.OfLeaf(index, leaf);
        }
        var parent = parentOf(at.Node, at.Parent);
        if (!ReferenceEquals(parent, at.Parent))
            counting.Replace(at.Parent, parent);
        return at.Left!.Covers(index)
            ? new Subtree(at.Node, parent, RewriteAt(at.Left, index, leaf, parentOf), at.Right!)
            : new Subtree(at.Node, parent, at.Left, RewriteAt(at.Right!, index, leaf, parentOf));
    }

    // What is cut off holds no members, but its nodes are counted.
    private void Uncount(Subtree cut)
    {
        counting.Replace(cut.Parent, null);
        UncountAll(cut.Right!);
    }

    private void UncountAll(Subtree at)
    {
        counting.Replace(at.Parent, null);
        if (at.IsLeaf)
            return;
        UncountAll(at.Left!);
        UncountAll(at.Right!);
    }
}
