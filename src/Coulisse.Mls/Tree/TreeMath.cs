using System.Numerics;

namespace Coulisse.Mls.Tree;

/// <summary>
/// Where nodes stand in the array form of a full tree, leaves at even places (RFC 9420 appendix C). The tree itself
/// is kept as linked nodes; these numbers name them on the wire, in keys held and in vectors.
/// </summary>
public static class TreeMath
{
    /// <summary>How many nodes a tree of so many leaves has.</summary>
    public static uint NodeCount(uint leaves) => leaves == 0 ? 0 : (2 * (leaves - 1)) + 1;

    /// <summary>The height of a node above the leaves, which have 0: how many ones its number ends with.</summary>
    /// <remarks>Counted as ones and not as zeros of the complement, because the compilers of .NET 10 that work ahead of
    /// time answer wrongly when a TrailingZeroCount is compared with zero (decision 0087).</remarks>
    public static int Level(uint node) => BitOperations.PopCount(node & ~unchecked(node + 1));

    /// <summary>The root of a tree of so many leaves, a power of two.</summary>
    public static uint Root(uint leaves) => leaves - 1;

    /// <summary>The left child; null for a leaf.</summary>
    public static uint? Left(uint node) => Level(node) is var level and > 0 ? node ^ (1u << (level - 1)) : null;

    /// <summary>The right child; null for a leaf.</summary>
    public static uint? Right(uint node) => Level(node) is var level and > 0 ? node ^ (3u << (level - 1)) : null;

    /// <summary>The node above; null for the root.</summary>
    public static uint? Parent(uint node, uint leaves)
    {
        if (node == Root(leaves))
            return null;
        var level = Level(node);
        return (node | (1u << level)) & ~(((node >> (level + 1)) & 1) << (level + 1));
    }

    /// <summary>The other child of the node above; null for the root.</summary>
    public static uint? Sibling(uint node, uint leaves) => Parent(node, leaves) switch
    {
        null => null,
        { } parent => node < parent ? Right(parent) : Left(parent),
    };
}
