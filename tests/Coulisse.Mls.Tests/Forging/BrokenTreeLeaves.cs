using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// Leaves that a joiner must not find in a tree: RFC 9420 §12.4.3.1. One more member stands at leaf 7 of the tree of
/// <see cref="BrokenTrees"/>, added by the same commit and unmerged above; all but that leaf is as it should be.
/// </summary>
internal static class BrokenTreeLeaves
{
    private static readonly Extension Requiring = new(ExtensionType.RequiredCapabilities,
        new RequiredCapabilities([new(0xf100)], [], []).Encode());

    internal static readonly IReadOnlyList<BrokenWelcome> All =
    [
        Leaf("a member without an extension that the group requires", "7.3", MlsErrorCode.LeafRequiredCapabilities,
            (_, leaf) => leaf with { Capabilities = leaf.Capabilities with { Extensions = [.. Own(leaf)] } },
            Requiring),
        Leaf("a member without an extension of the context", "7.3", MlsErrorCode.LeafContextExtensionUnsupported,
            (_, leaf) => leaf with { Capabilities = leaf.Capabilities with { Extensions = [.. Own(leaf)] } },
            BrokenProposals.Charter),
        Leaf("a member whose credential no other one supports", "7.3", MlsErrorCode.LeafDoesNotSupportMembersCredential,
            (_, leaf) => leaf with
            {
                Credential = BrokenEmpties.OneCertificate,
                Capabilities = leaf.Capabilities with { Credentials = [CredentialType.Basic, CredentialType.X509] },
            }),
        Leaf("a member's extension that it does not list", "7.3", MlsErrorCode.LeafExtensionNotInCapabilities,
            (_, leaf) => leaf with { Extensions = [new Extension(new(0xf555), default)] }),
        Leaf("a member's extension of one type twice", "13.4", MlsErrorCode.ExtensionTwice,
            (_, leaf) => leaf with { Extensions = [BrokenProposals.Charter, BrokenProposals.Charter] }),
        Leaf("a member who does not support the suite", "11.1", MlsErrorCode.LeafCiphersuiteUnsupported,
            (_, leaf) => leaf with { Capabilities = leaf.Capabilities with { Ciphersuites = [new(3)] } }),
        Leaf("a member who does not support the version", "11.1", MlsErrorCode.LeafVersionUnsupported,
            (_, leaf) => leaf with { Capabilities = leaf.Capabilities with { Versions = [new(2)] } }),
        Leaf("a member whose lifetime is longer than we allow", "7.2", MlsErrorCode.LeafLifetimeTooLong,
            (_, leaf) => leaf with { Source = new LeafNodeSource.KeyPackage(new(0, 1UL << 40)) }),
        Leaf("a member's key of a wrong length", "7.2", MlsErrorCode.LeafKeyLength,
            (_, leaf) => leaf with { EncryptionKey = new(Opaque.Zeros(31)) }),
        Leaf("a member's key that nobody can encrypt to", "7.2", MlsErrorCode.LeafUnusableKey,
            (_, leaf) => leaf with { EncryptionKey = new(Opaque.Zeros(32)) }),
        Leaf("a member's key that another member has", "7.3", MlsErrorCode.TreeSameEncryptionKey,
            (room, leaf) => leaf with { EncryptionKey = room[0].Group.View.MemberAt(new(3))!.EncryptionKey }),
        new("a member's key that a parent node has", "12.4.3.1", MlsErrorCode.TreeSameEncryptionKey, room => new()
        {
            Tree = nodes => WithAnother(room, nodes, leaf => leaf with { EncryptionKey = KeyOf(nodes[1]) }),
        })
        {
            Whole = room => new() { Tree = nodes => WithAnother(room, nodes, leaf => leaf) },
        },
        new("a member's signature key that another member has", "7.3", MlsErrorCode.TreeSameSignatureKey, room => new()
        {
            Tree = nodes => WithAnother(room, nodes, leaf =>
                leaf with { SignatureKey = room[1].Signer.PublicKey.Value }, signer: room[1]),
        })
        {
            Whole = room => new() { Tree = nodes => WithAnother(room, nodes, leaf => leaf) },
        },
        Signed("a member's updated leaf signed for another place", (group, _) => (group, new(6))),
        Signed("a member's updated leaf signed for another group", (_, index) => (new(Opaque.CopyOf([1])), index)),
    ];

    private static BrokenWelcome Leaf(string name, string section, MlsErrorCode code,
        Func<Room, LeafNode, LeafNode> broken, Extension? context = null)
    {
        return new(name, section, code, room => Write(room, leaf => broken(room, leaf)))
        {
            Whole = room => Write(room, leaf => leaf),
        };

        ForgedWelcome Write(Room room, Func<LeafNode, LeafNode> change) => new()
        {
            Tree = nodes => WithAnother(room, nodes, change),
            Info = info => context is null
                ? info
                : info with { Context = info.Context with { Extensions = [context] } },
        };
    }

    private static BrokenWelcome Signed(string name, Func<GroupId, LeafIndex, (GroupId, LeafIndex)> broken)
    {
        return new(name, "7.2", MlsErrorCode.LeafSignature, room => Write(room, broken))
        {
            Whole = room => Write(room, (group, index) => (group, index)),
        };

        static ForgedWelcome Write(Room room, Func<GroupId, LeafIndex, (GroupId, LeafIndex)> where) => new()
        {
            Tree = nodes => WithAnother(room, nodes, leaf => leaf with { Source = new LeafNodeSource.Update() },
                where: where(room[0].Group.View.GroupId, new(7))),
        };
    }

    private static RatchetTreeNode[] WithAnother(Room room, RatchetTreeNode[] nodes, Func<LeafNode, LeafNode> change,
        Party? signer = null, (GroupId Group, LeafIndex Index) where = default)
    {
        var member = room.Stranger("another");
        using var bundle = member.Package();
        var leaf = change(bundle.Package.LeafNode)
            .SignedBy(member.Suite, (signer ?? member).Signer, where.Group, where.Index);
        RatchetTreeNode[] changed = [.. nodes, new RatchetTreeNode.Blank(), new RatchetTreeNode.Leaf(leaf)];
        Assert.Equal(15, changed.Length);
        foreach (var above in new[] { 11, 7 })
        {
            var parent = ((RatchetTreeNode.Parent)changed[above]).Node;
            changed[above] = new RatchetTreeNode.Parent(
                parent with { UnmergedLeaves = [.. parent.UnmergedLeaves.Span, new(7)] });
        }
        return changed;
    }

    // What the leaf's own extensions need it to list, and no more.
    private static IEnumerable<ExtensionType> Own(LeafNode leaf) => leaf.Extensions.Select(one => one.Type);

    private static HpkePublicKey KeyOf(RatchetTreeNode node) => ((RatchetTreeNode.Parent)node).Node.EncryptionKey;
}
