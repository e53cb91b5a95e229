using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Paths that no commit may bring: RFC 9420 §7.5, §7.6 and §12.4.2.</summary>
internal static class BrokenPaths
{
    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        new("a path without its last node", "7.6", MlsErrorCode.PathLength, room =>
            Whole(room, path => path with { Nodes = [.. path.Nodes.Span[..^1]] })),
        new("a path with a node too many", "7.6", MlsErrorCode.PathLength, room =>
            Whole(room, path => path with { Nodes = [.. path.Nodes.Span, path.Nodes[0]] })),
        new("a secret that one reader's copy is missing of", "7.6", MlsErrorCode.PathCiphertextCount, room =>
            Whole(room, path => Node(path, 1, node => node with
            {
                EncryptedPathSecrets = [.. node.EncryptedPathSecrets.Span[1..]],
            }))),
        new("a secret with a copy too many", "7.6", MlsErrorCode.PathCiphertextCount, room =>
            Whole(room, path => Node(path, 0, node => node with
            {
                EncryptedPathSecrets = [.. node.EncryptedPathSecrets.Span, node.EncryptedPathSecrets[0]],
            }))),
        new("a path's key that a member has", "12.4.2", MlsErrorCode.PathKeyInTree, room =>
            Keys(room, keys => [room[0].Group.View.MemberAt(new(2))!.EncryptionKey, keys[1]])),
        new("a path's key that a parent node has", "12.4.2", MlsErrorCode.PathKeyInTree, room =>
            Keys(room, keys => [keys[0], room[0].Group.State.Epoch.Tree.Root.Parent!.EncryptionKey]))
        {
            Whole = Untouched,
        },
        new("a path's leaf with the key of another member", "12.4.2", MlsErrorCode.PathKeyInTree, room =>
            Leaf(room, leaf => leaf with { EncryptionKey = room[0].Group.View.MemberAt(new(3))!.EncryptionKey }))
        {
            Whole = Untouched,
        },
        new("a path's key that stands in it twice", "12.4.2", MlsErrorCode.PathKeyTwice, room =>
            Keys(room, keys => [keys[1], keys[1]])),
        new("a path's key of a wrong length", "7.6", MlsErrorCode.PathKeyLength, room =>
            Keys(room, keys => [new(Opaque.Zeros(31)), keys[1]])),
        new("a path's key that nobody can encrypt to", "7.6", MlsErrorCode.PathUnusableKey, room =>
            Keys(room, keys => [new(Opaque.Zeros(32)), keys[1]])),
        new("a path's leaf that keeps its key", "12.4.2", MlsErrorCode.PathLeafKeyUnchanged, room =>
            Leaf(room, leaf => leaf with
            {
                EncryptionKey = room[0].Group.View.MemberAt(new(0))!.EncryptionKey,
            })),
        new("a leaf with the parent hash of another path", "7.9.2", MlsErrorCode.PathParentHash, room =>
            Leaf(room, leaf => leaf with { Source = new LeafNodeSource.Commit(Opaque.Zeros(32)) })),
        new("a secret that does not open", "7.5", MlsErrorCode.PathUndecryptable, room =>
            Whole(room, path => Node(path, 0, node => node with
            {
                EncryptedPathSecrets = [.. node.EncryptedPathSecrets.Span.ToArray().Select(one =>
                    one with { Ciphertext = Forger.Flipped(one.Ciphertext) })],
            }))),
        new("a low-order point in the place of an encapsulated key", "7.5", MlsErrorCode.PathUndecryptable, room =>
            Whole(room, path => Node(path, 0, node => node with
            {
                EncryptedPathSecrets = [.. node.EncryptedPathSecrets.Span.ToArray().Select(one =>
                    one with { KemOutput = Opaque.Zeros(32) })],
            }))),
        new("a key below the root that its secret does not give", "7.5", MlsErrorCode.PathForgedKey, room =>
            Keys(room, keys => [
                HpkePrivateKey.Generate(room[0].Suite.Hpke.Kem, room[0].Client.Random).PublicKey, keys[1]]))
        {
            Whole = Untouched,
        },
        new("a root key that its secret does not give", "7.5", MlsErrorCode.PathForgedKey, room =>
            Keys(room, keys => [keys[0],
                HpkePrivateKey.Generate(room[0].Suite.Hpke.Kem, room[0].Client.Random).PublicKey])),
    ];

    private static Opaque Untouched(Room room) => new ForgedCommit().Write(new Forger(room[0]));

    private static UpdatePath Node(UpdatePath path, int place, Func<UpdatePathNode, UpdatePathNode> change)
    {
        var nodes = path.Nodes.Span.ToArray();
        nodes[place] = change(nodes[place]);
        return path with { Nodes = [.. nodes] };
    }

    private static Opaque Whole(Room room, Func<UpdatePath, UpdatePath> change) =>
        new ForgedCommit { Path = new ForgedPath { Whole = change } }.Write(new Forger(room[0]));

    private static Opaque Keys(Room room, Func<HpkePublicKey[], HpkePublicKey[]> change) =>
        new ForgedCommit { Path = new ForgedPath { Keys = change } }.Write(new Forger(room[0]));

    private static Opaque Leaf(Room room, Func<LeafNode, LeafNode> change) =>
        new ForgedCommit { Path = new ForgedPath { Leaf = change } }.Write(new Forger(room[0]));
}
