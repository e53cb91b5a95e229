using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Tree;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Mls.Group;

/// <summary>A tree of which everything was verified that a joiner can verify: RFC 9420 §12.4.3.1.</summary>
internal sealed class JoinedTree
{
    private JoinedTree(RatchetTree tree) => Tree = tree;

    internal RatchetTree Tree { get; }

    internal static JoinedTree Check(MlsClient client, Ciphersuite suite, GroupInfo groupInfo, Opaque? elsewhere)
    {
        LeafRules.CheckDistinct(groupInfo.Extensions);
        var encoded = groupInfo.Extensions.Find(ExtensionType.RatchetTree) ?? elsewhere
            ?? throw Refuse(MlsErrorCode.WelcomeTreeMissing, "The welcome brings no tree, and there is no other.");
        var tree = ReceivedTree.Build(suite, TlsCodec.Decode<RatchetTreeNodes>(encoded.Span));
        CheckSigner(suite, groupInfo, tree);
        if (tree.Hash != groupInfo.Context.TreeHash)
            throw Refuse(MlsErrorCode.TreeHash, "The tree is not the one of the group's context.");
        TreeRules.CheckParents(tree);
        CheckLeaves(client, groupInfo, tree);
        return new JoinedTree(tree);
    }

    internal LeafIndex FindOwn(LeafNode leaf)
    {
        foreach (var (index, one) in Tree.Leaves())
            if (one == leaf)
                return index;
        throw Refuse(MlsErrorCode.WelcomeNoLeafOfOurs, "The tree has no leaf of ours.");
    }

    private static void CheckSigner(Ciphersuite suite, GroupInfo groupInfo, RatchetTree tree)
    {
        if (tree.LeafAt(groupInfo.Signer) is not { } signer)
            throw Refuse(MlsErrorCode.WelcomeSignerNotMember, "The one who signed the group info is no member.");
        if (!suite.VerifyWithLabel(
            signer.SignatureKey, "GroupInfoTBS"u8, groupInfo.ToBeSigned().Span, groupInfo.Signature))
            throw Refuse(MlsErrorCode.WelcomeSignature, "The signature of the group info does not hold.");
    }

    private static void CheckLeaves(MlsClient client, GroupInfo groupInfo, RatchetTree tree)
    {
        var terms = new GroupTerms(tree.Suite, groupInfo.Context.Extensions);
        foreach (var (index, leaf) in tree.Leaves())
        {
            LeafRules.CheckAlone(leaf, tree.Suite, groupInfo.Context.GroupId, index, client.LifetimeSecondsMax);
            LeafRules.CheckTerms(leaf, terms);
            LeafRules.CheckAmongAll(leaf, tree);
            Deciding.OnMember(client, leaf, null);
        }
    }

    private static MlsRejection Refuse(MlsErrorCode code, string text) => new(code, "12.4.3.1", text);
}
