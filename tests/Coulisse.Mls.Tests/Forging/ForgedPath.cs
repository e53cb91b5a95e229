using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Writes a path with something changed on the way, everything after it made to fit.</summary>
internal sealed class ForgedPath
{
    /// <summary>Other public keys for the nodes, from below.</summary>
    internal Func<HpkePublicKey[], HpkePublicKey[]> Keys { get; init; } = keys => keys;

    /// <summary>Another leaf, before it is signed.</summary>
    internal Func<LeafNode, LeafNode> Leaf { get; init; } = leaf => leaf;

    /// <summary>Another leaf, after it was signed.</summary>
    internal Func<LeafNode, LeafNode> SignedLeaf { get; init; } = leaf => leaf;

    /// <summary>Another secret for the readers of each node, under the key of the one that belongs there.</summary>
    internal Func<byte[], byte[]> Secret { get; init; } = secret => secret;

    /// <summary>Another path, after all.</summary>
    internal Func<UpdatePath, UpdatePath> Whole { get; init; } = path => path;

    internal (UpdatePath Path, RatchetTree Tree, SecretBytes CommitSecret) Write(
        Forger forger, AppliedProposals applied)
    {
        var (epoch, suite, random) = (forger.Epoch, forger.Suite, forger.Party.Client.Random);
        var steps = applied.Tree.FilteredDirectPath(epoch.Own);
        var secrets = new List<SecretBytes> { SecretBytes.Random(suite.Hash.HashBytes, random) };
        foreach (var _ in steps)
            secrets.Add(PathSecrets.Next(suite, secrets[^1]));
        var keys = Keys([.. steps.Select((_, step) => PathSecrets.NodeKey(suite, secrets[step]).PublicKey)]);
        var draft = new TreeDraft(applied.Tree);
        var parentHash = draft.MergePath(epoch.Own, steps, [.. keys]);
        var leaf = Leaf(applied.Tree.LeafAt(epoch.Own)! with
        {
            EncryptionKey = HpkePrivateKey.Generate(suite.Hpke.Kem, random).PublicKey,
            Source = new LeafNodeSource.Commit(parentHash),
        });
        leaf = SignedLeaf(leaf.SignedBy(suite, forger.Party.Signer, epoch.Context.GroupId, epoch.Own));
        draft.ReplaceLeaf(epoch.Own, leaf);
        var tree = draft.ToTree();
        var context = applied.Provisional(epoch, tree).Encode();
        var added = applied.Added.ToImmutableHashSet();
        var nodes = steps.Select((step, place) => new UpdatePathNode(keys[place],
            TlsList.From(step.Copath.Resolution(added).Select(receiver => suite.EncryptWithLabel(
                receiver.Leaf?.EncryptionKey ?? receiver.Parent!.EncryptionKey, "UpdatePathNode"u8, context.Span,
                Secret(secrets[place].Reveal().ToArray()), random)!))));
        return (Whole(new UpdatePath(leaf, TlsList.From(nodes))), tree, secrets[^1]);
    }
}
