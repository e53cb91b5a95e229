using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Bench;

/// <summary>
/// A group all of whose members have committed, so that no node is blank: warm. Its tree is made by merging one path a
/// member, as their commits would have; only the first two members exist as clients, and the first one commits.
/// </summary>
internal sealed class WarmGroup : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private readonly Ciphersuite suite;
    private readonly MlsClient client;
    private readonly GroupId group = new(Opaque.Zeros(16));
    private readonly Dictionary<uint, HpkePrivateKey> keys = [];
    private readonly SignaturePrivateKey[] signers;
    private readonly MlsGroup committer;
    private readonly MlsGroup reader;
    private readonly Opaque commit;

    internal WarmGroup(Ciphersuite suite, int members)
    {
        this.suite = suite;
        client = GroupOfMany.ClientOf(suite);
        signers = [.. Enumerable.Range(0, members).Select(_ => SignaturePrivateKey.Generate(client.Random))];
        var tree = Flat();
        for (var member = 0; member < members; member++)
            tree = WithPath(tree, new((uint)member));
        committer = Member(tree, new(0));
        reader = Member(tree, new(1));
        var made = GroupOfMany.Made(committer.Commit(new CommitOptions { Now = Now }));
        commit = made.Message;
        made.Next.Dispose();
    }

    /// <summary>Makes a commit with a path, and drops it.</summary>
    internal void Commit() =>
        GroupOfMany.Made(committer.Commit(new CommitOptions { Now = Now })).Next.Dispose();

    /// <summary>Processes the first member's commit as the second, and drops the next state.</summary>
    internal void Process() =>
        ((ProcessResult.CommitProcessed)reader.Process(commit.ToArray())).Next.Dispose();

    public void Dispose()
    {
        committer.Dispose();
        reader.Dispose();
        foreach (var signer in signers)
            signer.Dispose();
        foreach (var key in keys.Values)
            key.Dispose();
    }

    private RatchetTree Flat()
    {
        var draft = new TreeDraft(new RatchetTree(suite, Subtree.Blank(new(0), 1), TreeCensus.Empty));
        for (var member = 0; member < signers.Length; member++)
            draft.Add(new LeafNode(NewKey((uint)member * 2), signers[member].PublicKey.Value,
                GroupOfMany.NameOf(member), client.Capabilities, new LeafNodeSource.Update(), [], Opaque.Empty));
        return draft.ToTree();
    }

    private RatchetTree WithPath(RatchetTree tree, LeafIndex member)
    {
        var steps = tree.FilteredDirectPath(member);
        var draft = new TreeDraft(tree);
        var parentHash = draft.MergePath(member, steps, [.. steps.Select(step => NewKey(step.Node.Node))]);
        var leaf = tree.LeafAt(member)! with
        {
            EncryptionKey = NewKey(member.Value * 2),
            Source = new LeafNodeSource.Commit(parentHash),
        };
        draft.ReplaceLeaf(member, leaf.SignedBy(suite, signers[member.Value], group, member));
        return draft.ToTree();
    }

    private HpkePublicKey NewKey(uint node)
    {
        if (keys.TryGetValue(node, out var old))
            old.Dispose();
        keys[node] = HpkePrivateKey.Generate(suite.Hpke.Kem, client.Random);
        return keys[node].PublicKey;
    }

    private MlsGroup Member(RatchetTree tree, LeafIndex own)
    {
        var context = new GroupContext(
            new(suite.Code), group, new(9), tree.Hash, Opaque.Zeros(suite.Hash.HashBytes), []);
        using var joiner = SecretBytes.CopyOf(new byte[suite.Hash.HashBytes]);
        using var psk = suite.ZeroSecret();
        var secrets = suite.EpochSecrets(joiner, psk, context.Encode().Span);
        using var leafAlone = TreeKeys.OfLeaf(own, Copy(own.Value * 2));
        var above = tree.FilteredDirectPath(own).ToDictionary(step => step.Node.Node, step => Copy(step.Node.Node));
        var epoch = new EpochState(context, tree, own, secrets, leafAlone.For(tree, own, above),
            secrets.ConfirmationTag(context.ConfirmedTranscriptHash.Span));
        return new MlsGroup(client, Signers.Of(signers[own.Value]),
            new GroupState(epoch, epoch.StartRatchets(), ProposalStore.Empty(), []));
    }

    private HpkePrivateKey Copy(uint node)
    {
        using var secret = keys[node].CopySecret();
        return HpkePrivateKey.From(suite.Hpke.Kem, secret.Reveal())!;
    }
}
