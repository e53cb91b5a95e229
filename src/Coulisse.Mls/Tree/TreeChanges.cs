using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>The nodes in which a ratchet tree differs from an earlier one; shared subtrees are passed over.</summary>
internal static class TreeChanges
{
    internal static void Write(TlsWriter writer, RatchetTree before, RatchetTree after)
    {
        var changed = new List<Subtree>();
        var old = before.Root;
        while (old.Node > after.Root.Node)
            old = old.Left!;
        Collect(old, after.Root, changed);
        writer.WriteUInt32(after.LeafCount);
        writer.WriteUInt32((uint)changed.Count);
        foreach (var node in changed)
        {
            writer.WriteUInt32(node.Node);
            node.ToTreeNode().Write(writer);
        }
    }

    internal static RatchetTree Read(RatchetTree before, ref TlsReader reader)
    {
        var leaves = reader.ReadUInt32();
        if (leaves is 0 or > MlsLimits.LeavesMax)
            throw reader.Refuse(DecodeCode.BadContent, "The changed tree has more leaves than we allow, or none.");
        var nodes = new RatchetTreeNode[(leaves * 2) - 1];
        Array.Fill(nodes, new RatchetTreeNode.Blank());
        var old = before.ToNodes().Nodes.Span;
        old[..Math.Min(old.Length, nodes.Length)].CopyTo(nodes);
        for (var left = reader.ReadUInt32(); left > 0; left--)
        {
            var node = reader.ReadUInt32();
            if (node >= nodes.Length)
                throw reader.Refuse(DecodeCode.BadContent, "A change is of a node that the tree has not.");
            nodes[node] = RatchetTreeNode.Read(ref reader);
        }
        var last = Array.FindLastIndex(nodes, node => node is not RatchetTreeNode.Blank);
        var kept = new RatchetTreeNodes([.. nodes.AsSpan(0, last + 1)]);
        return ReceivedTree.BuildKept(before.Suite, kept, ref reader);
    }

    // Node numbers do not change when a tree grows to the right or is cut off there.
    private static void Collect(Subtree? old, Subtree now, List<Subtree> changed)
    {
        if (ReferenceEquals(old, now))
            return;
        var same = old is not null && old.Node == now.Node ? old : null;
        if (same is null ? !now.IsBlank : !Equals(same.Leaf, now.Leaf) || !Equals(same.Parent, now.Parent))
            changed.Add(now);
        if (now.IsLeaf)
            return;
        Collect(same is null ? old : same.Left, now.Left!, changed);
        Collect(same?.Right, now.Right!, changed);
    }
}
