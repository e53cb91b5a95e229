using System.Numerics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Tree;

/// <summary>
/// Puts a tree together from how it travels (RFC 9420 §12.4.3.3): its form alone. Whether its content may be believed
/// is for <see cref="TreeRules"/> and <see cref="LeafRules"/>.
/// </summary>
internal static class ReceivedTree
{
    internal static RatchetTree Build(Ciphersuite suite, RatchetTreeNodes received)
    {
        var nodes = received.Nodes.Span;
        if (nodes.IsEmpty)
            throw new MlsRejection(MlsErrorCode.TreeEmpty, "12.4.3.3", "The tree has no node.");
        if (nodes[^1] is RatchetTreeNode.Blank)
            throw new MlsRejection(MlsErrorCode.TreeTrailingBlank, "12.4.3.3", "The tree ends with a blank node.");
        var leaves = BitOperations.RoundUpToPowerOf2(((uint)nodes.Length / 2) + 1);
        if (leaves > MlsLimits.LeavesMax)
            throw new MlsRejection(MlsErrorCode.TreeTooLarge, "12.4.3.3", "The tree has more leaves than we allow.");
        var counting = TreeCensus.Empty.ToCounting();
        var root = Build(suite, received.Nodes, TreeMath.Root(leaves), counting);
        return new RatchetTree(suite, root, counting.ToCensus());
    }

    /// <summary>The same for one that was kept: who loads is promised one exception, whichever part is
    /// damaged.</summary>
    /// <exception cref="DecodeException">It has not the form of a tree.</exception>
    internal static RatchetTree BuildKept(Ciphersuite suite, RatchetTreeNodes kept, ref TlsReader reader)
    {
        try
        {
            return Build(suite, kept);
        }
        catch (MlsRejection rejection)
        {
            throw reader.Refuse(DecodeCode.BadContent, rejection.Error.Text);
        }
    }

    private static Subtree Build(
        Ciphersuite suite, TlsList<RatchetTreeNode> nodes, uint place, TreeCensus.Counting counting)
    {
        var node = place < nodes.Count ? nodes[(int)place] : null;
        if (TreeMath.Level(place) == 0)
            return BuildLeaf(new(place / 2), node, counting);
        var parent = ParentOf(suite, node);
        counting.Replace(null, parent);
        return new Subtree(place, parent, Build(suite, nodes, TreeMath.Left(place)!.Value, counting),
            Build(suite, nodes, TreeMath.Right(place)!.Value, counting));
    }

    private static Subtree BuildLeaf(LeafIndex index, RatchetTreeNode? node, TreeCensus.Counting counting)
    {
        if (node is RatchetTreeNode.Parent)
            throw new MlsRejection(MlsErrorCode.TreeNodeKind, "12.4.3.3", "A parent node stands where a leaf belongs.");
        var leaf = (node as RatchetTreeNode.Leaf)?.Node;
        counting.Replace(null, leaf);
        return Subtree.OfLeaf(index, leaf);
    }

    private static ParentNode? ParentOf(Ciphersuite suite, RatchetTreeNode? node)
    {
        if (node is RatchetTreeNode.Leaf)
            throw new MlsRejection(MlsErrorCode.TreeNodeKind, "12.4.3.3", "A leaf stands where a parent node belongs.");
        var parent = (node as RatchetTreeNode.Parent)?.Node;
        if (parent is not null && parent.EncryptionKey.Value.Length != suite.Hpke.Kem.PublicKeyBytes)
            throw new MlsRejection(MlsErrorCode.TreeParentKeyLength, "7.1", "A parent node's key has a wrong length.");
        if (parent is not null && !suite.Hpke.Kem.IsUsable(parent.EncryptionKey))
            throw new MlsRejection(MlsErrorCode.TreeUnusableParentKey, "7.1",
                "Nobody can encrypt to a parent node's key.");
        return parent;
    }
}
