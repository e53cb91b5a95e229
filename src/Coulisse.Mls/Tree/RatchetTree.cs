using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Tree;

/// <summary>
/// The members of a group and the keys above them (RFC 9420 §4 and §7). Immutable; <see cref="TreeDraft"/> changes it.
/// </summary>
/// <remarks>
/// <code>
///            parent 3            nodes in array form; leaves at even places, leaf i is node 2i
///           /        \           a blank node stays in its place
///      parent 1    parent 5      the number of leaves is a power of two
///      /     \      /     \
///   leaf 0 leaf 1 leaf 2 leaf 3
/// </code>
/// </remarks>
internal sealed class RatchetTree(Ciphersuite suite, Subtree root, TreeCensus census) : IMemberKeys
{
    internal Ciphersuite Suite { get; } = suite;

    internal Subtree Root { get; } = root;

    internal TreeCensus Census { get; } = census;

    /// <summary>How many leaves there are, blank ones counted.</summary>
    internal uint LeafCount => Root.LeafCount;

    internal int Members => Root.Members;

    internal Opaque Hash => Root.Hash(Suite.Hash);

    /// <summary>The tree of a group's creator alone.</summary>
    internal static RatchetTree Of(Ciphersuite suite, LeafNode creator)
    {
        var draft = new TreeDraft(new RatchetTree(suite, Subtree.Blank(new(0), 1), TreeCensus.Empty));
        draft.Add(creator);
        return draft.ToTree();
    }

    internal bool Holds(LeafIndex leaf) => leaf.Value < LeafCount && Root.LeafAt(leaf).Leaf is not null;

    /// <summary>The member at a place; null if the place is blank or there is none such.</summary>
    internal LeafNode? LeafAt(LeafIndex leaf) => leaf.Value < LeafCount ? Root.LeafAt(leaf).Leaf : null;

    bool IMemberKeys.TryGetSignatureKey(LeafIndex leaf, out Opaque signatureKey)
    {
        var member = LeafAt(leaf);
        signatureKey = member?.SignatureKey ?? default;
        return member is not null;
    }

    /// <summary>Every member with its place, from left to right.</summary>
    internal IEnumerable<(LeafIndex Index, LeafNode Leaf)> Leaves()
    {
        var left = new Stack<Subtree>([Root]);
        while (left.TryPop(out var at))
        {
            if (at is { IsLeaf: true, Leaf: { } leaf })
                yield return (at.LeafIndex, leaf);
            if (at.Members == 0 || at.IsLeaf)
                continue;
            left.Push(at.Right!);
            left.Push(at.Left!);
        }
    }

    /// <summary>
    /// RFC 9420 §4.1.2: the nodes above a leaf, from below, without those whose other child reaches nobody.
    /// </summary>
    internal ImmutableArray<PathStep> FilteredDirectPath(LeafIndex leaf)
    {
        var path = ImmutableArray.CreateBuilder<PathStep>();
        for (var at = Root; !at.IsLeaf;)
        {
            var (toward, other) = at.Fork(leaf);
            if (other.Members > 0)
                path.Add(new PathStep(at, other));
            at = toward;
        }
        path.Reverse();
        return path.DrainToImmutable();
    }

    /// <summary>As it travels: without the blank nodes at the end (RFC 9420 §12.4.3.3).</summary>
    internal RatchetTreeNodes ToNodes()
    {
        var nodes = ImmutableArray.CreateBuilder<RatchetTreeNode>();
        AddInOrder(Root, nodes);
        while (nodes.Count > 0 && nodes[^1] is RatchetTreeNode.Blank)
            nodes.RemoveAt(nodes.Count - 1);
        return new(new(nodes.DrainToImmutable()));
    }

    private static void AddInOrder(Subtree at, ImmutableArray<RatchetTreeNode>.Builder nodes)
    {
        if (at.Left is not null)
            AddInOrder(at.Left, nodes);
        nodes.Add(at.ToTreeNode());
        if (at.Right is not null)
            AddInOrder(at.Right, nodes);
    }
}
