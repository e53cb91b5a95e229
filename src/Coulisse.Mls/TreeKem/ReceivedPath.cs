using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.TreeKem;

/// <summary>
/// Another member's path, checked against the tree with all proposals applied and merged into it, then opened:
/// RFC 9420 §7.5 and §12.4.2.
/// </summary>
internal sealed class ReceivedPath
{
    private readonly Ciphersuite suite;
    private readonly UpdatePath path;
    private readonly ImmutableArray<PathStep> steps;
    private readonly ImmutableHashSet<LeafIndex> newLeaves;

    private ReceivedPath(
        RatchetTree before, LeafIndex sender, UpdatePath path, ImmutableHashSet<LeafIndex> newLeaves)
    {
        suite = before.Suite;
        this.path = path;
        this.newLeaves = newLeaves;
        steps = before.FilteredDirectPath(sender);
        CheckForm();
        CheckKeys(before, sender);
        Tree = Merge(before, sender);
    }

    /// <summary>The tree with the path in it.</summary>
    internal RatchetTree Tree { get; }

    /// <summary>Checks all that needs no secret; the new leaf's own rules are <see cref="LeafRules"/>'s.</summary>
    internal static ReceivedPath Merge(
        RatchetTree before, LeafIndex sender, UpdatePath path, ImmutableHashSet<LeafIndex> newLeaves) =>
        new(before, sender, path, newLeaves);

    /// <summary>
    /// Opens the one secret that is meant for this member and derives all above it; <paramref name="fresh"/> receives
    /// the private keys. The caller disposes the commit secret that is returned, and the keys.
    /// </summary>
    internal SecretBytes Open(
        TreeKeys held, LeafIndex own, Opaque context, Dictionary<uint, HpkePrivateKey> fresh)
    {
        var step = 0;
        while (!steps[step].Copath.Covers(own))
            step++;
        var secret = Decrypt(step, held, own, context);
        for (; step < steps.Length; step++)
        {
            using var used = secret;
            var key = PathSecrets.NodeKey(suite, used);
            fresh[steps[step].Node.Node] = key;
            if (key.PublicKey != path.Nodes[step].EncryptionKey) // RFC 9420 §7.5, step 6.
                throw Refuse(MlsErrorCode.PathForgedKey, "7.5", "A key of the path is not the one its secret gives.");
            secret = PathSecrets.Next(suite, used);
        }
        return secret;
    }

    private SecretBytes Decrypt(int step, TreeKeys held, LeafIndex own, Opaque context)
    {
        var receivers = steps[step].Copath.Resolution(newLeaves);
        for (var place = 0; place < receivers.Count; place++)
        {
            var receiver = receivers[place];
            if (!receiver.Covers(own) || held.Find(receiver.Node) is not { } key)
                continue;
            var secret = suite.DecryptWithLabel(
                key, "UpdatePathNode"u8, context.Span, path.Nodes[step].EncryptedPathSecrets[place]);
            if (secret is { } opened && opened.Length == suite.Hash.HashBytes)
                return opened;
            secret?.Dispose();
            break;
        }
        throw Refuse(MlsErrorCode.PathUndecryptable, "7.5", "The path holds no secret that we can open.");
    }

    private void CheckForm()
    {
        if (path.Nodes.Count != steps.Length)
            throw Refuse(MlsErrorCode.PathLength, "7.6", "The path has not one node for each of the sender's nodes.");
        for (var step = 0; step < steps.Length; step++)
        {
            var node = path.Nodes[step];
            if (node.EncryptionKey.Value.Length != suite.Hpke.Kem.PublicKeyBytes)
                throw Refuse(MlsErrorCode.PathKeyLength, "7.6", "A key of the path has a wrong length.");
            if (!suite.Hpke.Kem.IsUsable(node.EncryptionKey))
                throw Refuse(MlsErrorCode.PathUnusableKey, "7.6", "Nobody can encrypt to a key of the path.");
            if (node.EncryptedPathSecrets.Count != steps[step].Copath.Resolution(newLeaves).Count)
                throw Refuse(MlsErrorCode.PathCiphertextCount, "7.6", "A secret is not sealed to each of its readers.");
        }
    }

    // RFC 9420 §12.4.2: the leaf's key is a new one, and no key of the path stands in the tree already.
    private void CheckKeys(RatchetTree before, LeafIndex sender)
    {
        if (path.LeafNode.EncryptionKey == before.LeafAt(sender)!.EncryptionKey)
            throw Refuse(MlsErrorCode.PathLeafKeyUnchanged, "12.4.2", "The committer's leaf keeps its key.");
        var seen = new HashSet<Opaque>();
        foreach (var key in path.Nodes.Span.ToArray().Select(node => node.EncryptionKey)
            .Prepend(path.LeafNode.EncryptionKey))
        {
            if (before.Census.HasEncryptionKey(key.Value))
                throw Refuse(MlsErrorCode.PathKeyInTree, "12.4.2", "A key of the path stands in the tree already.");
            if (!seen.Add(key.Value))
                throw Refuse(MlsErrorCode.PathKeyTwice, "12.4.2", "A key stands twice in the path.");
        }
    }

    private RatchetTree Merge(RatchetTree before, LeafIndex sender)
    {
        var draft = new TreeDraft(before);
        var parentHash = draft.MergePath(sender, steps, [.. path.Nodes.Span.ToArray().Select(n => n.EncryptionKey)]);
        // RFC 9420 §7.9.2: the leaf vouches for the whole path.
        if ((path.LeafNode.Source as LeafNodeSource.Commit)?.ParentHash != parentHash)
            throw Refuse(MlsErrorCode.PathParentHash, "7.9.2", "The leaf's parent hash is not that of its path.");
        draft.ReplaceLeaf(sender, path.LeafNode);
        return draft.ToTree();
    }

    private static MlsRejection Refuse(MlsErrorCode code, string section, string text) => new(code, section, text);
}
