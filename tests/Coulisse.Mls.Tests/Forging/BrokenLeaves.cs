using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Leaves that no member may have, proposed as updates or committed: RFC 9420 §7.3.</summary>
internal static class BrokenLeaves
{
    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        new("an update's leaf with a flipped signature", "7.3", MlsErrorCode.LeafSignature, room =>
            Propose(room, leaf => leaf, signed => signed with { Signature = Forger.Flipped(signed.Signature) })),
        new("an update's leaf signed for another group", "7.2", MlsErrorCode.LeafSignature, room =>
            Propose(room, leaf => leaf, signed =>
                signed.SignedBy(room[0].Suite, room[0].Signer, new(Opaque.CopyOf([1])), new(0)))),
        new("an update's leaf signed for another place", "7.2", MlsErrorCode.LeafSignature, room =>
            Propose(room, leaf => leaf, signed =>
                signed.SignedBy(room[0].Suite, room[0].Signer, room[0].Group.View.GroupId, new(3)))),
        new("an update's leaf signed by another member", "7.3", MlsErrorCode.LeafSignature, room =>
            Propose(room, leaf => leaf, signed =>
                signed.SignedBy(room[0].Suite, room[2].Signer, room[0].Group.View.GroupId, new(0)))),
        new("an update's leaf made for a key package", "7.3", MlsErrorCode.LeafSource, room =>
            Propose(room, leaf => leaf with { Source = new LeafNodeSource.KeyPackage(Party.Life) })),
        new("an update's leaf made for a commit", "7.3", MlsErrorCode.LeafSource, room =>
            Propose(room, leaf => leaf with { Source = new LeafNodeSource.Commit(Opaque.Zeros(32)) })),
        new("an update that keeps the key", "7.3", MlsErrorCode.LeafSameEncryptionKey, room =>
            Propose(room, leaf => leaf with { EncryptionKey = room[0].Group.View.MemberAt(new(0))!.EncryptionKey })),
        new("an encryption key of a wrong length", "7.2", MlsErrorCode.LeafKeyLength, room =>
            Propose(room, leaf => leaf with { EncryptionKey = new(Opaque.CopyOf(new byte[31])) })),
        new("an encryption key that nobody can encrypt to", "7.2", MlsErrorCode.LeafUnusableKey, room =>
            Propose(room, leaf => leaf with { EncryptionKey = new(Opaque.Zeros(32)) })),
        new("a leaf that does not support this version", "11.1", MlsErrorCode.LeafVersionUnsupported, room =>
            Propose(room, leaf => leaf with { Capabilities = leaf.Capabilities with { Versions = [] } })),
        new("a leaf that does not support this suite", "11.1", MlsErrorCode.LeafCiphersuiteUnsupported, room =>
            Propose(room, leaf => leaf with { Capabilities = leaf.Capabilities with { Ciphersuites = [new(3)] } })),
        new("an extension that the capabilities do not list", "7.3", MlsErrorCode.LeafExtensionNotInCapabilities,
            room => Propose(room, leaf => leaf with { Extensions = [new Extension(new(0xf555), default)] })),
        new("a leaf's extension of one type twice", "13.4", MlsErrorCode.ExtensionTwice, room =>
            Propose(room, leaf => leaf with { Extensions = [BrokenProposals.Charter, BrokenProposals.Charter] })),
        new("a credential that the capabilities do not list", "7.2", MlsErrorCode.LeafCredentialNotInCapabilities,
            room => Propose(room, leaf => leaf with { Credential = BrokenEmpties.OneCertificate })),
        new("a path's leaf made for an update", "7.3", MlsErrorCode.LeafSource, room =>
            Path(room, leaf => leaf with { Source = new LeafNodeSource.Update() })),
        new("a credential that another member does not support", "7.3",
            MlsErrorCode.LeafCredentialUnsupportedByMember, room => Path(room, leaf => leaf with
            {
                Credential = BrokenEmpties.OneCertificate,
                Capabilities = leaf.Capabilities with { Credentials = [CredentialType.Basic, CredentialType.X509] },
            })),
        new("a new extension of the context that the committer supports alone", "12.1.7",
            MlsErrorCode.ProposalUnsupportedContextExtension, room => new ForgedCommit
            {
                ByValue = [new Proposal.GroupContextExtensions([new Extension(new(0xf333), default)])],
                Path = new ForgedPath { Leaf = Supporting(extension: 0xf333) },
            }.Write(new Forger(room[0]))),
        new("a leaf that does not support the context's extension", "13.4",
            MlsErrorCode.LeafContextExtensionUnsupported, room => new ForgedCommit
            {
                ByValue = [new Proposal.GroupContextExtensions([BrokenProposals.Charter])],
                Path = new ForgedPath
                {
                    Leaf = leaf => leaf with { Capabilities = leaf.Capabilities with { Extensions = [] } },
                },
            }.Write(new Forger(room[0]))),
        new("a leaf without what the context requires", "7.3", MlsErrorCode.LeafRequiredCapabilities, room =>
            new ForgedCommit
            {
                ByValue = [new Proposal.GroupContextExtensions([new Extension(ExtensionType.RequiredCapabilities,
                    new RequiredCapabilities([new(0xf100)], [], []).Encode())])],
                Path = new ForgedPath
                {
                    Leaf = leaf => leaf with { Capabilities = leaf.Capabilities with { Extensions = [] } },
                },
            }.Write(new Forger(room[0]))),
        new("a path's leaf with the signature key of another member", "7.3", MlsErrorCode.TreeSameSignatureKey, room =>
            new ForgedCommit
            {
                Path = new ForgedPath
                {
                    SignedLeaf = leaf => (leaf with { SignatureKey = room[2].Signer.PublicKey.Value })
                        .SignedBy(room[0].Suite, room[2].Signer, room[0].Group.View.GroupId, new(0)),
                },
            }.Write(new Forger(room[0]))),
        new("an update with the encryption key of another member", "7.3", MlsErrorCode.TreeSameEncryptionKey, room =>
        {
            var leaf = (UpdateOf(room[2]) with
            {
                EncryptionKey = room[0].Group.View.MemberAt(new(3))!.EncryptionKey,
            }).SignedBy(room[2].Suite, room[2].Signer, room[2].Group.View.GroupId, new(2));
            var message = new Forger(room[2]).Propose(new Proposal.Update(leaf));
            room.Parties.Where(party => party != room[2]).ToList()
                .ForEach(party => party.Take<Mls.Group.ProcessResult.ProposalReceived>(message));
            return new ForgedCommit { ByReference = [room[0].Group.WaitingProposals[0].Reference!.Value] }
                .Write(new Forger(room[0]));
        }),
    ];

    /// <summary>A valid leaf to update a party's own with.</summary>
    internal static LeafNode UpdateOf(Party party)
    {
        var view = party.Group.View;
        return (view.MemberAt(view.Own)! with
        {
            EncryptionKey = HpkePrivateKey.Generate(party.Suite.Hpke.Kem, party.Client.Random).PublicKey,
            Source = new LeafNodeSource.Update(),
        }).SignedBy(party.Suite, party.Signer, view.GroupId, view.Own);
    }

    internal static Func<LeafNode, LeafNode> Supporting(ushort? proposal = null, ushort? extension = null) =>
        leaf => leaf with
        {
            Capabilities = leaf.Capabilities with
            {
                Proposals = proposal is { } p ? [new(p)] : leaf.Capabilities.Proposals,
                Extensions = extension is { } e ? [new(0xf100), new(e)] : leaf.Capabilities.Extensions,
            },
        };

    private static Opaque Propose(
        Room room, Func<LeafNode, LeafNode> change, Func<LeafNode, LeafNode>? afterwards = null)
    {
        var leaf = change(UpdateOf(room[0])).SignedBy(
            room[0].Suite, room[0].Signer, room[0].Group.View.GroupId, new(0));
        return new Forger(room[0]).Propose(new Proposal.Update((afterwards ?? (signed => signed))(leaf)));
    }

    private static Opaque Path(Room room, Func<LeafNode, LeafNode> change) =>
        new ForgedCommit { Path = new ForgedPath { Leaf = change } }.Write(new Forger(room[0]));
}
