using System.Collections.Immutable;
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

public sealed class TheTreeIsTheOfficialOne
{
    [Fact]
    public void A_proposal_changes_the_tree_as_it_should() => SuiteVectors.Each("tree-operations",
        (suite, one) =>
        {
            var before = Tree(suite, one.Hex("tree_before"));
            Assert.Equal(one.Hex("tree_hash_before"), before.Hash.ToArray());
            var draft = new TreeDraft(before);
            switch (TlsCodec.Decode<Proposal>(one.Hex("proposal")))
            {
                case Proposal.Add add:
                    draft.Add(add.KeyPackage.LeafNode);
                    break;
                case Proposal.Update update:
                    draft.Update(new(one.GetProperty("proposal_sender").GetUInt32()), update.LeafNode);
                    break;
                case Proposal.Remove remove:
                    draft.Remove(remove.Removed);
                    break;
                default:
                    Assert.Fail("another kind of proposal");
                    break;
            }
            var after = draft.ToTree();
            Assert.Equal(one.GetProperty("tree_after").GetString(), after.ToNodes().Encode().ToString());
            Assert.Equal(one.Hex("tree_hash_after"), after.Hash.ToArray());
        });

    [Fact]
    public void A_valid_tree_has_the_hashes_and_resolutions_it_should_and_breaks_no_rule() =>
        SuiteVectors.Each("tree-validation", (suite, one) =>
        {
            var tree = Tree(suite, one.Hex("tree"));
            var group = new GroupId(Opaque.CopyOf(one.Hex("group_id")));
            CheckNodes(tree.Root, suite, one);
            TreeRules.CheckParents(tree);
            foreach (var (index, leaf) in tree.Leaves())
                LeafRules.CheckAlone(leaf, suite, group, index, ulong.MaxValue);
            Assert.Equal(one.GetProperty("tree").GetString(), tree.ToNodes().Encode().ToString());
        });

    [Fact]
    public void Every_member_reads_every_path_and_what_we_write_is_read_by_all() =>
        SuiteVectors.Each("treekem", (suite, one) =>
        {
            var scene = new TreeKemScene(suite, one);
            foreach (var path in one.GetProperty("update_paths").EnumerateArray())
                scene.CheckReading(path);
            scene.CheckWriting();
            scene.Dispose();
        });

    internal static RatchetTree Tree(Ciphersuite suite, byte[] bytes) =>
        ReceivedTree.Build(suite, TlsCodec.Decode<RatchetTreeNodes>(bytes));

    private static void CheckNodes(Subtree at, Ciphersuite suite, JsonElement one)
    {
        Assert.Equal(one.GetProperty("tree_hashes")[(int)at.Node].GetString(), at.Hash(suite.Hash).ToString());
        Assert.Equal(one.GetProperty("resolutions")[(int)at.Node].EnumerateArray().Select(node => node.GetUInt32()),
            at.Resolution().Select(node => node.Node));
        if (at.IsLeaf)
            return;
        CheckNodes(at.Left!, suite, one);
        CheckNodes(at.Right!, suite, one);
    }
}
