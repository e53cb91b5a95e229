using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Tree;

/// <summary>
/// What makes a received tree one that members can have made: RFC 9420 §12.4.3.1 "Verify the integrity of the ratchet
/// tree", except for the leaves themselves (<see cref="LeafRules"/>).
/// </summary>
internal static class TreeRules
{
    internal static void CheckParents(RatchetTree tree)
    {
        CheckKeys(tree);
        var parents = new List<Subtree>();
        AddParents(tree.Root, parents);
        foreach (var parent in parents)
            CheckUnmerged(parent);
        if (tree.Root.Parent is { ParentHash.Length: > 0 }) // RFC 9420 §7.9: nothing above it to be fixed.
            throw Refuse(MlsErrorCode.TreeParentHash, "7.9", "The root of the tree has a parent hash.");
        foreach (var parent in parents)
            CheckParentHash(tree, parent);
    }

    /// <summary>RFC 9420 §7.3 and §12.4.3.1: no key stands in two places.</summary>
    internal static void CheckKeys(RatchetTree tree)
    {
        if (tree.Census.HasSameEncryptionKeys)
            throw Refuse(MlsErrorCode.TreeSameEncryptionKey, "7.3", "Two nodes of the tree have one encryption key.");
        if (tree.Census.HasSameSignatureKeys)
            throw Refuse(MlsErrorCode.TreeSameSignatureKey, "7.3", "Two members have one signature key.");
    }

    private static void AddParents(Subtree at, List<Subtree> parents)
    {
        if (at.IsLeaf)
            return;
        if (at.Parent is not null)
            parents.Add(at);
        AddParents(at.Left!, parents);
        AddParents(at.Right!, parents);
    }

    // RFC 9420 §7.1: sorted; §12.4.3.1: each a member below, and unmerged in every node in between.
    private static void CheckUnmerged(Subtree at)
    {
        LeafIndex? before = null;
        foreach (var leaf in at.Parent!.UnmergedLeaves)
        {
            if (before is { } last && leaf <= last)
                throw Refuse(MlsErrorCode.TreeUnmergedUnsorted, "7.1", "Unmerged leaves are not in increasing order.");
            before = leaf;
            if (!at.Covers(leaf) || at.LeafAt(leaf).Leaf is null)
                throw Refuse(MlsErrorCode.TreeUnmergedNotBelow, "12.4.3.1", "An unmerged leaf is no member below.");
            for (var between = at.Fork(leaf).Toward; !between.IsLeaf; between = between.Fork(leaf).Toward)
                if (between.Parent is { } parent && parent.UnmergedLeaves.Span.BinarySearch(leaf) < 0)
                    throw Refuse(MlsErrorCode.TreeUnmergedMissing, "12.4.3.1",
                        "A leaf is unmerged in a node and merged in one below it.");
        }
    }

    // RFC 9420 §7.9.2: exactly one node below was set together with this one.
    private static void CheckParentHash(RatchetTree tree, Subtree at)
    {
        var unmerged = new HashSet<LeafIndex>(at.Parent!.UnmergedLeaves);
        var below = (IsSetWith(tree, at, at.Left!, at.Right!, unmerged) ? 1 : 0)
            + (IsSetWith(tree, at, at.Right!, at.Left!, unmerged) ? 1 : 0);
        if (below != 1)
            throw Refuse(MlsErrorCode.TreeParentHash, "7.9.2", "No member vouches for a parent node's key.");
    }

    private static bool IsSetWith(
        RatchetTree tree, Subtree at, Subtree child, Subtree sibling, HashSet<LeafIndex> unmerged)
    {
        var resolution = child.Resolution();
        var merged = resolution.Where(node => !node.IsLeaf || !unmerged.Contains(node.LeafIndex)).Take(2).ToList();
        if (merged is not [var below] || resolution.Count != 1 + unmerged.Count(child.Covers))
            return false;
        var original = ParentHashes.OriginalTreeHash(tree.Suite.Hash, sibling, unmerged);
        var expected = ParentHashes.Compute(
            tree.Suite.Hash, at.Parent!.EncryptionKey, at.Parent.ParentHash, original);
        return ParentHashOf(below) == expected;
    }

    private static Opaque? ParentHashOf(Subtree node) => node.IsLeaf
        ? (node.Leaf!.Source as LeafNodeSource.Commit)?.ParentHash
        : node.Parent!.ParentHash;

    private static MlsRejection Refuse(MlsErrorCode code, string section, string text) => new(code, section, text);
}
