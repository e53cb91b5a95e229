using System.Buffers;
using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Kdf;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>
/// A node with all that is below it. Immutable: a changed tree shares every subtree that did not change, and with it
/// the subtree's hash, which is computed once.
/// </summary>
internal sealed class Subtree
{
    private const byte LeafKind = 1;
    private const byte ParentKind = 2;

    private Opaque? hash;

    private Subtree(uint node, LeafNode? leaf)
    {
        Node = node;
        Leaf = leaf;
        Members = leaf is null ? 0 : 1;
    }

    internal Subtree(uint node, ParentNode? parent, Subtree left, Subtree right)
    {
        Node = node;
        Parent = parent;
        Left = left;
        Right = right;
        Members = left.Members + right.Members;
    }

    /// <summary>Its place in the array form (RFC 9420 appendix C).</summary>
    internal uint Node { get; }

    /// <summary>The member, if this is a leaf and not blank.</summary>
    internal LeafNode? Leaf { get; }

    /// <summary>The key above members, if this is no leaf and not blank.</summary>
    internal ParentNode? Parent { get; }

    internal Subtree? Left { get; }

    internal Subtree? Right { get; }

    /// <summary>How many leaves below, itself counted, are not blank.</summary>
    internal int Members { get; }

    internal bool IsLeaf => Left is null;

    internal LeafIndex LeafIndex => new(Node / 2);

    internal bool IsBlank => Leaf is null && Parent is null;

    /// <summary>How many leaves there are below, itself counted, blank or not.</summary>
    internal uint LeafCount => 1u << TreeMath.Level(Node);

    internal LeafIndex FirstLeaf => new((Node - (LeafCount - 1)) / 2);

    internal static Subtree OfLeaf(LeafIndex index, LeafNode? leaf) => new(index.Value * 2, leaf);

    /// <summary>All blank, above <paramref name="leaves"/> leaves from <paramref name="first"/> on.</summary>
    internal static Subtree Blank(LeafIndex first, uint leaves)
    {
        if (leaves == 1)
            return OfLeaf(first, null);
        var half = leaves / 2;
        var left = Blank(first, half);
        return new Subtree((first.Value * 2) + leaves - 1, null, left, Blank(new(first.Value + half), half));
    }

    /// <summary>This node alone, as it travels.</summary>
    internal RatchetTreeNode ToTreeNode() => this switch
    {
        { Leaf: { } leaf } => new RatchetTreeNode.Leaf(leaf),
        { Parent: { } parent } => new RatchetTreeNode.Parent(parent),
        _ => new RatchetTreeNode.Blank(),
    };

    internal bool Covers(LeafIndex leaf) => leaf >= FirstLeaf && leaf.Value - FirstLeaf.Value < LeafCount;

    /// <summary>The child towards a leaf, and the other one.</summary>
    internal (Subtree Toward, Subtree Other) Fork(LeafIndex leaf) =>
        leaf.Value * 2 < Node ? (Left!, Right!) : (Right!, Left!);

    /// <summary>
    /// RFC 9420 §4.1.1: the nodes that between them reach every member below, from left to right; the leaves in
    /// <paramref name="except"/> are left out.
    /// </summary>
    internal void AddResolution(List<Subtree> nodes, ImmutableHashSet<LeafIndex> except)
    {
        if (IsLeaf)
        {
            if (Leaf is not null && !except.Contains(LeafIndex))
                nodes.Add(this);
        }
        else if (Parent is null)
        {
            Left!.AddResolution(nodes, except);
            Right!.AddResolution(nodes, except);
        }
        else
        {
            nodes.Add(this);
            foreach (var unmerged in Parent.UnmergedLeaves)
                if (!except.Contains(unmerged))
                    nodes.Add(LeafAt(unmerged));
        }
    }

    internal List<Subtree> Resolution(ImmutableHashSet<LeafIndex>? except = null)
    {
        var nodes = new List<Subtree>();
        AddResolution(nodes, except ?? []);
        return nodes;
    }

    /// <summary>The leaf's own subtree; it must be below.</summary>
    internal Subtree LeafAt(LeafIndex leaf)
    {
        var at = this;
        while (!at.IsLeaf)
            at = at.Fork(leaf).Toward;
        return at;
    }

    /// <summary>RFC 9420 §7.8: TreeHashInput, hashed.</summary>
    internal Opaque Hash(HashFunction function)
    {
        if (hash is { } known)
            return known;
        var computed = IsLeaf
            ? HashLeaf(function, LeafIndex, Leaf)
            : HashParent(function, Parent, Left!.Hash(function), Right!.Hash(function));
        hash = computed;
        return computed;
    }

    internal static Opaque HashLeaf(HashFunction function, LeafIndex index, LeafNode? leaf)
    {
        var input = new ArrayBufferWriter<byte>(leaf is null ? 8 : 512);
        var writer = new TlsWriter(input);
        writer.WriteUInt8(LeafKind);
        index.Write(writer);
        writer.WriteOptional(leaf);
        return HashOf(function, input.WrittenSpan);
    }

    internal static Opaque HashParent(HashFunction function, ParentNode? parent, Opaque left, Opaque right)
    {
        var input = new ArrayBufferWriter<byte>(256);
        var writer = new TlsWriter(input);
        writer.WriteUInt8(ParentKind);
        writer.WriteOptional(parent);
        writer.WriteVector(left);
        writer.WriteVector(right);
        return HashOf(function, input.WrittenSpan);
    }

    internal static Opaque HashOf(HashFunction function, ReadOnlySpan<byte> input)
    {
        var output = new byte[function.HashBytes];
        function.Hash(input, output);
        return Opaque.Owning(output);
    }
}
