using System.Text.Json.Nodes;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;
using static Coulisse.Mls.Tests.Vectors.Ours.VectorSeed;

namespace Coulisse.Mls.Tests.Vectors.Ours;

/// <summary>
/// Makes treekem: four members whose tree is blank above the leaves, and a path by each (RFC 9420 §7.4 to §7.6).
/// </summary>
internal sealed class PathVectors : IDisposable
{
    private const uint Members = 4;

    private readonly VectorSeed seed = new(7);
    private readonly GroupContext context;
    private readonly SignaturePrivateKey[] signers;
    private readonly HpkePrivateKey[] keys;
    private readonly RatchetTree tree;

    private PathVectors()
    {
        signers = [.. Each(_ => SignaturePrivateKey.FromSeed(seed.Bytes(32).Span))];
        keys = [.. Each(_ => HpkePrivateKey.Generate(Suite.Hpke.Kem, seed.Random))];
        var group = new GroupId(seed.Bytes(16));
        var draft = new TreeDraft(new RatchetTree(Suite, Subtree.Blank(new(0), 1), TreeCensus.Empty));
        foreach (var leaf in Each(index => Leaf(group, index)).ToList())
            draft.Add(leaf);
        tree = draft.ToTree();
        context = new GroupContext(new(Suite.Code), group, new(3), tree.Hash, seed.Bytes(48), []);
    }

    internal static JsonArray TreeKem()
    {
        using var vectors = new PathVectors();
        var made = Case();
        made["group_id"] = Hex(vectors.context.GroupId.Value);
        made["epoch"] = vectors.context.Epoch.Value;
        made["confirmed_transcript_hash"] = Hex(vectors.context.ConfirmedTranscriptHash);
        made["ratchet_tree"] = Hex(vectors.tree.ToNodes().Encode());
        made["leaves_private"] = new JsonArray([.. Each(vectors.Private)]);
        made["update_paths"] = new JsonArray([.. Each(vectors.Path)]);
        return [made];
    }

    public void Dispose()
    {
        foreach (var signer in signers)
            signer.Dispose();
        foreach (var key in keys)
            key.Dispose();
    }

    private static IEnumerable<T> Each<T>(Func<uint, T> make) =>
        Enumerable.Range(0, (int)Members).Select(member => make((uint)member));

    private LeafNode Leaf(GroupId group, uint index) => new LeafNode(keys[index].PublicKey,
        signers[index].PublicKey.Value, new Credential.Basic(Opaque.CopyOf([(byte)index])),
        new Capabilities([ProtocolVersion.Mls10], [new(Suite.Code)], [], [], [CredentialType.Basic]),
        new LeafNodeSource.Update(), [], Opaque.Empty).SignedBy(Suite, signers[index], group, new(index));

    private JsonObject Private(uint index)
    {
        using var key = keys[index].CopySecret();
        using var signer = signers[index].CopySeed();
        return new()
        {
            ["index"] = index,
            ["encryption_priv"] = Hex(key),
            ["signature_priv"] = Hex(signer),
            ["path_secrets"] = new JsonArray(),
        };
    }

    private JsonObject Path(uint sender)
    {
        using var path = NewPath.Create(new PathRequest
        {
            Tree = tree,
            Own = new(sender),
            Leaf = tree.LeafAt(new(sender))!,
            Signer = signers[sender],
            GroupId = context.GroupId,
            Context = hash => TlsCodec.Encode(context with { TreeHash = hash }),
            NewLeaves = [],
        }, seed.Random);
        return new()
        {
            ["sender"] = sender,
            ["update_path"] = Hex(path.Path.Encode()),
            ["path_secrets"] = new JsonArray([.. Each(to => to == sender ? null : Hex(path.SecretFor(new(to))))]),
            ["commit_secret"] = Hex(path.CommitSecret),
            ["tree_hash_after"] = Hex(path.Tree.Hash),
        };
    }
}
