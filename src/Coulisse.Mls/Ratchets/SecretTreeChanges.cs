using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Ratchets;

/// <summary>
/// What became of a secret tree, ratchet by ratchet. Two states share every node that no key between them used up, so
/// finding the changes looks at the ways to changed leaves only; how a node was unfolded follows from them.
/// </summary>
internal static class SecretTreeChanges
{
    private const byte LeafErased = 255;

    internal static void Write(SecretTree before, SecretTree after, ref ScratchWriter output)
    {
        var changed = new List<Change>();
        Collect(after.Suite, before.Root, after.Root, new(0), after.LeafCount, changed);
        output.WriteUInt32((uint)changed.Count);
        foreach (var change in changed)
        {
            output.WriteUInt32(change.Leaf.Value);
            WriteLeaf(change.Old, change.Now, ref output);
        }
    }

    /// <summary>The state after the changes; <paramref name="before"/> stays the caller's.</summary>
    internal static SecretTree Read(SecretTree before, ref TlsReader reader)
    {
        var tree = new SecretTree?[] { before.Share() };
        try
        {
            for (var left = reader.ReadUInt32(); left > 0; left--)
            {
                using var old = tree[0]!;
                var leaf = new LeafIndex(reader.ReadUInt32());
                if (leaf.Value >= old.LeafCount)
                    throw reader.Refuse(DecodeCode.BadContent, "A change is of a leaf that the tree has not.");
                tree[0] = old.With(leaf, ReadLeaf(old.LeafNode(leaf), old.Suite, ref reader));
            }
            var read = tree[0]!;
            tree[0] = null;
            return read;
        }
        finally
        {
            tree[0]?.Dispose();
        }
    }

    private static void Collect(Ciphersuite suite, SecretTreeNode before, SecretTreeNode after, LeafIndex first,
        uint leaves, List<Change> changed)
    {
        if (ReferenceEquals(before, after) || SameSecret(before, after))
            return;
        if (leaves == 1)
        {
            before.UnfoldLeaf(suite);
            after.UnfoldLeaf(suite);
            changed.Add(new(first, before, after));
            return;
        }
        before.UnfoldParent(suite);
        after.UnfoldParent(suite);
        Collect(suite, before.Left, after.Left, first, leaves / 2, changed);
        Collect(suite, before.Right, after.Right, new(first.Value + (leaves / 2)), leaves / 2, changed);
    }

    private static bool SameSecret(SecretTreeNode before, SecretTreeNode after) =>
        before.Folded is { } old && after.Folded is { } now && old.FixedTimeEquals(now.Reveal());

    private static void WriteLeaf(SecretTreeNode old, SecretTreeNode now, ref ScratchWriter output)
    {
        if (now.IsErasedLeaf)
        {
            output.WriteUInt8(LeafErased);
            return;
        }
        if (old.IsErasedLeaf)
            throw new ArgumentException("The states are not an earlier and a later one of one group.", nameof(old));
        RatchetKind[] moved = [.. Enum.GetValues<RatchetKind>().Where(kind =>
            !ReferenceEquals(old.Ratchet(kind), now.Ratchet(kind)))];
        output.WriteUInt8((byte)moved.Length);
        foreach (var kind in moved)
        {
            output.WriteUInt8((byte)kind);
            now.Ratchet(kind).SaveSince(old.Ratchet(kind), ref output);
        }
    }

    private static SecretTreeNode ReadLeaf(SecretTreeNode old, Ciphersuite suite, ref TlsReader reader)
    {
        var moved = reader.ReadUInt8();
        if (moved == LeafErased)
            return SecretTreeNode.ErasedLeaf();
        var node = old.Held();
        for (; moved > 0; moved--)
        {
            var kind = (RatchetKind)reader.ReadUInt8();
            if (old.IsErasedLeaf || !Enum.IsDefined(kind))
                throw reader.Refuse(DecodeCode.BadContent, "A change is of a ratchet that the leaf has not.");
            var changed = node.WithRatchet(kind, node.Ratchet(kind).LoadSince(suite, ref reader));
            node.LetGo();
            node = changed;
        }
        return node;
    }

    private sealed class Change(LeafIndex leaf, SecretTreeNode old, SecretTreeNode now)
    {
        internal LeafIndex Leaf { get; } = leaf;

        internal SecretTreeNode Old { get; } = old;

        internal SecretTreeNode Now { get; } = now;
    }
}
