using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// The smallest trees there are, and what they must not be: RFC 9420 §12.4.3.1, §12.4.3.3. In the room one member adds
/// the joiner without a path: the tree is that member's leaf, a blank root, the joiner's leaf.
/// </summary>
internal static class BrokenSmallTrees
{
    internal static readonly IReadOnlyList<BrokenWelcome> All =
    [
        Tree("nothing but the root, blank", "12.4.3.3", MlsErrorCode.TreeTrailingBlank, (_, _) =>
            [new RatchetTreeNode.Blank()]),
        Tree("nothing but the root, a parent", "12.4.3.3", MlsErrorCode.TreeNodeKind, (room, _) => [Root(room)]),
        Tree("nothing but the root, the member's leaf", "12.4.3.1", MlsErrorCode.WelcomeNoLeafOfOurs, (_, nodes) =>
            [nodes[0]]),
        Tree("nothing but the root, the joiner's leaf", "12.4.3.1", MlsErrorCode.WelcomeSignature, (_, nodes) =>
            [nodes[2]]),
        Tree("a root above two blank leaves", "12.4.3.1", MlsErrorCode.WelcomeSignerNotMember, (room, _) =>
            [new RatchetTreeNode.Blank(), Root(room)]),
        Tree("a root above one leaf, and none for the joiner", "7.9.2", MlsErrorCode.TreeParentHash, (room, nodes) =>
            [nodes[0], Root(room)]),
        Tree("three blank nodes", "12.4.3.3", MlsErrorCode.TreeTrailingBlank, (_, nodes) =>
            [nodes[1], nodes[1], nodes[1]]),
        Tree("one blank node behind the last leaf", "12.4.3.3", MlsErrorCode.TreeTrailingBlank, (_, nodes) =>
            [.. nodes, nodes[1]]),
        Tree("the root left out", "12.4.3.3", MlsErrorCode.TreeNodeKind, (_, nodes) => [nodes[0], nodes[2]]),
        Tree("a leaf for the root of two", "12.4.3.3", MlsErrorCode.TreeNodeKind, (_, nodes) =>
            [nodes[0], nodes[0], nodes[2]]),
        Tree("a root that no leaf vouches for", "7.9.2", MlsErrorCode.TreeParentHash, (room, nodes) =>
            [nodes[0], Root(room), nodes[2]]),
        new("a root with a parent hash, which a leaf vouches for", "7.9", MlsErrorCode.TreeParentHash, room =>
            Vouching(room, Opaque.Zeros(32))) { Whole = room => Vouching(room, Opaque.Empty) },
        Tree("a root that both leaves are unmerged in", "7.9.2", MlsErrorCode.TreeParentHash, (room, nodes) =>
            [nodes[0], Root(room, new LeafIndex(0), new LeafIndex(1)), nodes[2]]),
        Tree("a root with an unmerged leaf from far outside", "12.4.3.1", MlsErrorCode.TreeUnmergedNotBelow,
            (room, nodes) => [nodes[0], Root(room, new LeafIndex(0x8000_0001)), nodes[2]]),
        Tree("the joiner alone, beside a blank place", "12.4.3.1", MlsErrorCode.WelcomeSignerNotMember, (_, nodes) =>
            [nodes[1], nodes[1], nodes[2]]),
        Tree("the member in both places", "7.3", MlsErrorCode.TreeSameEncryptionKey, (_, nodes) =>
            [nodes[0], nodes[1], nodes[0]]),
        Bytes("a tree longer than all that is left", MlsErrorCode.EncodingTruncated, tree =>
            [0x7f, 0xff, .. tree[2..]]),
        Bytes("a tree with a byte behind it", MlsErrorCode.EncodingTrailingBytes, tree => [.. tree, 0]),
        Bytes("a tree that ends inside its last leaf", MlsErrorCode.EncodingTruncated, tree =>
            [.. Shorter(tree), .. tree[2..^1]]),
        Bytes("a node neither there nor blank", MlsErrorCode.EncodingUnknownValue, tree => With(tree, 2, 2)),
        Bytes("a node of an unknown kind", MlsErrorCode.EncodingUnknownValue, tree => With(tree, 3, 3)),
        Bytes("a node of the reserved kind", MlsErrorCode.EncodingUnknownValue, tree => With(tree, 3, 0)),
    ];

    private static ForgedWelcome Untouched => new() { Tree = nodes => nodes };

    private static BrokenWelcome Tree(string name, string section, MlsErrorCode code,
        Func<Room, RatchetTreeNode[], IEnumerable<RatchetTreeNode>> change) =>
        new(name, section, code, room => new() { Tree = nodes => change(room, nodes) }) { Whole = _ => Untouched };

    // The tree's vector has a length of two bytes, then for the first leaf: present (01), a leaf (01).
    private static BrokenWelcome Bytes(string name, MlsErrorCode code, Func<byte[], byte[]> change) =>
        new(name, "2.1", code, _ => new()
        {
            Info = info => info with
            {
                Extensions = [new Extension(ExtensionType.RatchetTree, Opaque.CopyOf(
                    change(info.Extensions.Find(ExtensionType.RatchetTree)!.Value.ToArray())))],
            },
        })
        {
            Whole = _ => Untouched,
        };

    // The member's leaf says that it set the root, when the joiner was there already.
    private static ForgedWelcome Vouching(Room room, Opaque parentHash) => new()
    {
        Tree = nodes =>
        {
            var (party, hash) = (room[0], room[0].Suite.Hash);
            var root = Root(room).Node with { ParentHash = parentHash };
            var sibling = Subtree.HashLeaf(hash, new(1), ((RatchetTreeNode.Leaf)nodes[2]).Node);
            var leaf = ((RatchetTreeNode.Leaf)nodes[0]).Node with
            {
                Source = new LeafNodeSource.Commit(
                    ParentHashes.Compute(hash, root.EncryptionKey, root.ParentHash, sibling)),
            };
            leaf = leaf.SignedBy(party.Suite, party.Signer, party.Group.View.GroupId, new(0));
            return [new RatchetTreeNode.Leaf(leaf), new RatchetTreeNode.Parent(root), nodes[2]];
        },
    };

    private static RatchetTreeNode.Parent Root(Room room, params LeafIndex[] unmerged) => new(new ParentNode(
        HpkePrivateKey.Generate(room[0].Suite.Hpke.Kem, room[0].Client.Random).PublicKey, Opaque.Empty,
        TlsList.Create<LeafIndex>(unmerged)));

    private static byte[] Shorter(byte[] tree) => [tree[0], (byte)(tree[1] - 1)];

    private static byte[] With(byte[] bytes, int place, byte value)
    {
        Assert.NotEqual(value, bytes[place]);
        return [.. bytes[..place], value, .. bytes[(place + 1)..]];
    }
}
