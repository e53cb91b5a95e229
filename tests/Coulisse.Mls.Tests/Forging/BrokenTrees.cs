using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// Trees that no members can have made: RFC 9420 §12.4.3.1. In the room, everyone has committed and then the joiner was
/// added without a path: leaf 5 is unmerged in nodes 11 and 7, and node 9 above it is blank.
/// </summary>
internal static class BrokenTrees
{
    internal static readonly IReadOnlyList<BrokenWelcome> All =
    [
        Tree("a tree without a node", "12.4.3.3", MlsErrorCode.TreeEmpty, (_, _) => []),
        Tree("a blank node at the end", "12.4.3.3", MlsErrorCode.TreeTrailingBlank, (_, nodes) =>
            [.. nodes, new RatchetTreeNode.Blank()]),
        Tree("a tree of more leaves than we allow", "7.7", MlsErrorCode.TreeTooLarge, (_, nodes) =>
            With(nodes, MlsLimits.LeavesMax * 2, nodes[0])),
        Tree("a leaf in a parent's place", "12.4.3.3", MlsErrorCode.TreeNodeKind, (_, nodes) =>
            With(nodes, 1, nodes[0])),
        Tree("a parent in a leaf's place", "12.4.3.3", MlsErrorCode.TreeNodeKind, (_, nodes) =>
            With(nodes, 0, nodes[1])),
        Tree("a parent's key of a wrong length", "7.1", MlsErrorCode.TreeParentKeyLength, (_, nodes) =>
            Parent(nodes, 1, parent => parent with { EncryptionKey = new(Opaque.Zeros(31)) })),
        Tree("a parent's key that nobody can encrypt to", "7.1", MlsErrorCode.TreeUnusableParentKey, (_, nodes) =>
            Parent(nodes, 1, parent => parent with { EncryptionKey = new(Opaque.Zeros(32)) })),
        Tree("a parent's key that nobody vouches for", "7.9.2", MlsErrorCode.TreeParentHash, (room, nodes) =>
            Parent(nodes, 1, parent => parent with { EncryptionKey = FreshKey(room) })),
        Tree("a parent hash that is not the parent's", "7.9.2", MlsErrorCode.TreeParentHash, (_, nodes) =>
            Parent(nodes, 1, parent => parent with { ParentHash = Forger.Flipped(parent.ParentHash) })),
        Tree("a parent that was put where a blank node was", "7.9.2", MlsErrorCode.TreeParentHash, (room, nodes) =>
            With(nodes, 9, new RatchetTreeNode.Parent(new ParentNode(FreshKey(room), Opaque.Empty, [new(5)])))),
        Tree("unmerged leaves out of order", "7.1", MlsErrorCode.TreeUnmergedUnsorted, (_, nodes) =>
            Parent(nodes, 7, parent => parent with { UnmergedLeaves = [new(5), new(4)] })),
        Tree("an unmerged leaf named twice", "7.1", MlsErrorCode.TreeUnmergedUnsorted, (_, nodes) =>
            Parent(nodes, 7, parent => parent with { UnmergedLeaves = [new(5), new(5)] })),
        Tree("an unmerged leaf that is not below", "12.4.3.1", MlsErrorCode.TreeUnmergedNotBelow, (_, nodes) =>
            Parent(nodes, 1, parent => parent with { UnmergedLeaves = [new(5)] })),
        Tree("an unmerged leaf that is blank", "12.4.3.1", MlsErrorCode.TreeUnmergedNotBelow, (_, nodes) =>
            Parent(nodes, 7, parent => parent with { UnmergedLeaves = [new(5), new(7)] })),
        Tree("a leaf unmerged above and merged below", "12.4.3.1", MlsErrorCode.TreeUnmergedMissing, (_, nodes) =>
            Parent(nodes, 11, parent => parent with { UnmergedLeaves = [] })),
        Tree("one key in two parents", "12.4.3.1", MlsErrorCode.TreeSameEncryptionKey, (_, nodes) =>
            Parent(nodes, 1, parent => parent with
            {
                EncryptionKey = ((RatchetTreeNode.Parent)nodes[5]).Node.EncryptionKey,
            })),
        Tree("one member at two places", "7.3", MlsErrorCode.TreeSameEncryptionKey, (_, nodes) =>
            [.. With(nodes, 12, nodes[10])]),
        Tree("a leaf with a flipped signature", "7.3", MlsErrorCode.LeafSignature, (_, nodes) => With(nodes, 10,
            new RatchetTreeNode.Leaf(((RatchetTreeNode.Leaf)nodes[10]).Node with { Signature = Opaque.Zeros(64) }))),
        Tree("a tree without the joiner", "12.4.3.1", MlsErrorCode.WelcomeNoLeafOfOurs, (room, nodes) =>
            With(nodes, 10, new RatchetTreeNode.Leaf(room.Stranger("other").Package().Package.LeafNode))),
    ];

    private static BrokenWelcome Tree(string name, string section, MlsErrorCode code,
        Func<Room, RatchetTreeNode[], IEnumerable<RatchetTreeNode>> change) =>
        new(name, section, code, room => new ForgedWelcome { Tree = nodes => change(room, nodes) });

    private static RatchetTreeNode[] With(RatchetTreeNode[] nodes, int place, RatchetTreeNode node)
    {
        var changed = nodes.Concat(Enumerable.Repeat(new RatchetTreeNode.Blank(), place + 1)).Take(
            Math.Max(nodes.Length, place + 1)).ToArray();
        changed[place] = node;
        return changed;
    }

    private static RatchetTreeNode[] Parent(RatchetTreeNode[] nodes, int place, Func<ParentNode, ParentNode> change) =>
        With(nodes, place, new RatchetTreeNode.Parent(change(((RatchetTreeNode.Parent)nodes[place]).Node)));

    private static HpkePublicKey FreshKey(Room room) =>
        HpkePrivateKey.Generate(room[0].Suite.Hpke.Kem, room[0].Client.Random).PublicKey;
}
