using System.Text.Json;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Tests.Vectors;

/// <summary>One case of treekem.json: a tree, and all its members with their private keys.</summary>
internal sealed class TreeKemScene : IDisposable
{
    private readonly Ciphersuite suite;
    private readonly RatchetTree tree;
    private readonly GroupContext context;
    private readonly Dictionary<LeafIndex, TreeKeys> members = [];
    private readonly Dictionary<LeafIndex, SignaturePrivateKey> signers = [];

    internal TreeKemScene(Ciphersuite suite, JsonElement one)
    {
        this.suite = suite;
        tree = TheTreeIsTheOfficialOne.Tree(suite, one.Hex("ratchet_tree"));
        context = new GroupContext(new(suite.Code), new(Opaque.CopyOf(one.Hex("group_id"))),
            new(one.GetProperty("epoch").GetUInt64()), tree.Hash,
            Opaque.CopyOf(one.Hex("confirmed_transcript_hash")), []);
        foreach (var member in one.GetProperty("leaves_private").EnumerateArray())
            AddMember(member);
    }

    internal void CheckReading(JsonElement path)
    {
        var sender = new LeafIndex(path.GetProperty("sender").GetUInt32());
        var updatePath = TlsCodec.Decode<UpdatePath>(path.Hex("update_path"));
        var received = ReceivedPath.Merge(tree, sender, updatePath, []);
        Assert.Equal(path.Hex("tree_hash_after"), received.Tree.Hash.ToArray());
        LeafRules.CheckSignature(updatePath.LeafNode, suite, context.GroupId, sender);
        foreach (var (own, keys) in members.Where(member => member.Key != sender))
            CheckOpening(received, own, keys, path);
    }

    internal void CheckWriting()
    {
        foreach (var (sender, signer) in signers)
        {
            using var written = NewPath.Create(new PathRequest
            {
                Tree = tree,
                Own = sender,
                Leaf = tree.LeafAt(sender)!,
                Signer = signer,
                GroupId = context.GroupId,
                Context = hash => (context with { TreeHash = hash }).Encode(),
                NewLeaves = [],
            }, new SystemRandom());
            var path = TlsCodec.Decode<UpdatePath>(written.Path.Encode().Span);
            var received = ReceivedPath.Merge(tree, sender, path, []);
            Assert.Equal(written.Tree.Hash, received.Tree.Hash);
            TreeRules.CheckParents(received.Tree);
            foreach (var (own, keys) in members.Where(member => member.Key != sender))
            {
                using var secret = received.Open(keys, own, ContextOf(received), []);
                Assert.True(secret.FixedTimeEquals(written.CommitSecret.Reveal()));
            }
        }
    }

    public void Dispose()
    {
        foreach (var keys in members.Values)
            keys.Dispose();
        foreach (var signer in signers.Values)
            signer.Dispose();
    }

    private void CheckOpening(ReceivedPath received, LeafIndex own, TreeKeys keys, JsonElement path)
    {
        var fresh = new Dictionary<uint, HpkePrivateKey>();
        using var commitSecret = received.Open(keys, own, ContextOf(received), fresh);
        Assert.Equal(path.GetProperty("commit_secret").GetString(), Convert.ToHexStringLower(commitSecret.Reveal()));
        var expected = path.GetProperty("path_secrets")[(int)own.Value].GetString()!;
        using var pathSecret = SecretBytes.CopyOf(Convert.FromHexString(expected));
        using var lowest = PathSecrets.NodeKey(suite, pathSecret);
        Assert.Equal(lowest.PublicKey, fresh.MinBy(key => TreeMath.Level(key.Key)).Value.PublicKey);
    }

    private Opaque ContextOf(ReceivedPath received) => (context with { TreeHash = received.Tree.Hash }).Encode();

    private void AddMember(JsonElement member)
    {
        var own = new LeafIndex(member.GetProperty("index").GetUInt32());
        var fresh = new Dictionary<uint, HpkePrivateKey>();
        foreach (var held in member.GetProperty("path_secrets").EnumerateArray())
        {
            using var secret = SecretBytes.CopyOf(held.Hex("path_secret"));
            fresh[held.GetProperty("node").GetUInt32()] = PathSecrets.NodeKey(suite, secret);
        }
        var leaf = HpkePrivateKey.From(suite.Hpke.Kem, member.Hex("encryption_priv"))!;
        Assert.Equal(tree.LeafAt(own)!.EncryptionKey, leaf.PublicKey);
        using var alone = TreeKeys.OfLeaf(own, leaf);
        members[own] = alone.For(tree, own, fresh);
        Assert.Equal(fresh.Keys.Append(own.Value * 2).Order(), members[own].InOrder().Select(key => key.Node));
        signers[own] = SignaturePrivateKey.FromSeed(member.Hex("signature_priv"));
    }
}
