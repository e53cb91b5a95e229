using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Leaves that are well made and may not stand beside the members there are: RFC 9420 §7.3, §12.2.</summary>
internal static class BrokenAmongMembers
{
    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        Added("an add with a credential that no member supports", MlsErrorCode.LeafCredentialUnsupportedByMember,
            (_, leaf) => WithCertificate(leaf)),
        Added("an add with the encryption key of a member", MlsErrorCode.TreeSameEncryptionKey, (room, leaf) =>
            leaf with { EncryptionKey = KeyOf(room, 3) }),
        new("an add with the encryption key of a parent node", "7.3", MlsErrorCode.TreeSameEncryptionKey, room =>
            BesideParent(room, (_, parent) => parent)) { Whole = room => BesideParent(room, (own, _) => own) },
        Updated("an update with a credential that no other member supports",
            MlsErrorCode.LeafCredentialUnsupportedByMember, (_, leaf) => WithCertificate(leaf)),
        new("an update with the signature key of another member", "7.3", MlsErrorCode.TreeSameSignatureKey, room =>
            Update(room, leaf => leaf with { SignatureKey = room[3].Signer.PublicKey.Value }, signer: room[3]))
        {
            Whole = room => Update(room, leaf => leaf, signer: room[2]),
        },
        new("two adds with one encryption key", "7.3", MlsErrorCode.TreeSameEncryptionKey, room =>
            TwoAdds(room, (_, first) => first)) { Whole = room => TwoAdds(room, (second, _) => second) },
        new("two updates to one encryption key", "7.3", MlsErrorCode.TreeSameEncryptionKey, room =>
            TwoUpdates(room, (_, first) => first)) { Whole = room => TwoUpdates(room, (second, _) => second) },
        Path("a path's leaf signed for another group", (room, leaf) =>
            leaf.SignedBy(room[0].Suite, room[0].Signer, new(Opaque.CopyOf([1])), new(0))),
        Path("a path's leaf signed for another place", (room, leaf) =>
            leaf.SignedBy(room[0].Suite, room[0].Signer, room[0].Group.View.GroupId, new(1))),
        Path("a path's leaf signed by another member", (room, leaf) =>
            leaf.SignedBy(room[0].Suite, room[2].Signer, room[0].Group.View.GroupId, new(0))),
    ];

    private static BrokenRule Added(string name, MlsErrorCode code, Func<Room, LeafNode, LeafNode> broken)
    {
        return new(name, "7.3", code, room => Write(room, broken)) { Whole = room => Write(room, (_, leaf) => leaf) };

        static Opaque Write(Room room, Func<Room, LeafNode, LeafNode> change) =>
            new ForgedCommit { ByValue = [Add(room.Stranger("joiner"), leaf => change(room, leaf))] }
                .Write(new Forger(room[0]));
    }

    private static BrokenRule Updated(string name, MlsErrorCode code, Func<Room, LeafNode, LeafNode> broken) =>
        new(name, "7.3", code, room => Update(room, leaf => broken(room, leaf), room[2]))
        {
            Whole = room => Update(room, leaf => leaf, room[2]),
        };

    private static BrokenRule Path(string name, Func<Room, LeafNode, LeafNode> sign) =>
        new(name, "7.2", MlsErrorCode.LeafSignature, room => new ForgedCommit
        {
            Path = new ForgedPath { SignedLeaf = leaf => sign(room, leaf) },
        }.Write(new Forger(room[0])))
        {
            Whole = room => new ForgedCommit().Write(new Forger(room[0])),
        };

    /// <summary>An add of a party whose leaf was changed, then signed, and its key package too.</summary>
    internal static Proposal.Add Add(Party joiner, Func<LeafNode, LeafNode> change)
    {
        using var bundle = joiner.Package();
        var leaf = change(bundle.Package.LeafNode).SignedBy(joiner.Suite, joiner.Signer, default, default);
        return new((bundle.Package with { LeafNode = leaf }).SignedBy(joiner.Suite, joiner.Signer));
    }

    /// <summary>A commit of an update that the third member proposed and everyone took.</summary>
    internal static Opaque Update(Room room, Func<LeafNode, LeafNode> change, Party signer) =>
        new ForgedCommit { ByReference = [Proposed(room, 2, change, signer)] }.Write(new Forger(room[0]));

    private static ProposalRef Proposed(Room room, int proposer, Func<LeafNode, LeafNode> change, Party signer)
    {
        var party = room[proposer];
        var leaf = change(BrokenLeaves.UpdateOf(party)).SignedBy(
            party.Suite, signer.Signer, party.Group.View.GroupId, party.Group.View.Own);
        var before = room[0].Group.WaitingProposals.Count;
        room.Spread(proposer, new Forger(party).Propose(new Proposal.Update(leaf)));
        return room[0].Group.WaitingProposals[before].Reference!.Value;
    }

    private static Opaque TwoAdds(Room room, Func<HpkePublicKey, HpkePublicKey, HpkePublicKey> choose)
    {
        var first = Add(room.Stranger("one"), leaf => leaf);
        var key = first.KeyPackage.LeafNode.EncryptionKey;
        var second = Add(room.Stranger("two"), leaf => leaf with { EncryptionKey = choose(leaf.EncryptionKey, key) });
        return new ForgedCommit { ByValue = [first, second] }.Write(new Forger(room[0]));
    }

    private static Opaque TwoUpdates(Room room, Func<HpkePublicKey, HpkePublicKey, HpkePublicKey> choose)
    {
        HpkePublicKey? key = null;
        var first = Proposed(room, 2, leaf =>
        {
            key = leaf.EncryptionKey;
            return leaf;
        }, room[2]);
        var second = Proposed(room, 3, leaf =>
            leaf with { EncryptionKey = choose(leaf.EncryptionKey, key!) }, room[3]);
        return new ForgedCommit { ByReference = [first, second] }.Write(new Forger(room[0]));
    }

    private static HpkePublicKey KeyOf(Room room, uint place) => room[0].Group.View.MemberAt(new(place))!.EncryptionKey;

    // Once the third member has committed there is a key above it that the first one's path does not replace.
    private static Opaque BesideParent(Room room, Func<HpkePublicKey, HpkePublicKey, HpkePublicKey> choose)
    {
        room.Commit(2);
        var nodes = room[0].Group.State.Epoch.Tree.ToNodes().Nodes;
        var parent = Assert.IsType<RatchetTreeNode.Parent>(nodes[5]).Node.EncryptionKey;
        var add = Add(room.Stranger("joiner"), leaf =>
            leaf with { EncryptionKey = choose(leaf.EncryptionKey, parent) });
        return new ForgedCommit { ByValue = [add] }.Write(new Forger(room[0]));
    }

    private static LeafNode WithCertificate(LeafNode leaf) => leaf with
    {
        Credential = BrokenEmpties.OneCertificate,
        Capabilities = leaf.Capabilities with { Credentials = [CredentialType.Basic, CredentialType.X509] },
    };
}
