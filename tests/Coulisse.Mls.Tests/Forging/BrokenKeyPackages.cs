using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Key packages that nobody may add: RFC 9420 §10.1.</summary>
internal static class BrokenKeyPackages
{
    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        new("a key package for another version", "10.1", MlsErrorCode.KeyPackageVersion, room =>
            Add(room, package => package with { Version = new(2) })),
        new("a key package for another suite", "10.1", MlsErrorCode.KeyPackageCiphersuite, room =>
            Add(room, package => package with { Ciphersuite = new(3) })),
        new("a key package with a flipped signature", "10.1", MlsErrorCode.KeyPackageSignature, room =>
            Add(room, package => package, signed => signed with { Signature = Forger.Flipped(signed.Signature) })),
        new("a key package signed by a stranger", "10.1", MlsErrorCode.KeyPackageSignature, room =>
            Add(room, package => package, signed => signed.SignedBy(room[0].Suite, room[2].Signer))),
        new("an init key that is the leaf's key too", "10.1", MlsErrorCode.KeyPackageInitKeyIsEncryptionKey, room =>
            Add(room, package => package with { InitKey = package.LeafNode.EncryptionKey })),
        new("an init key of a wrong length", "10", MlsErrorCode.KeyPackageInitKeyLength, room =>
            Add(room, package => package with { InitKey = new(Opaque.Zeros(33)) })),
        new("an init key that nobody can encrypt to", "10", MlsErrorCode.KeyPackageUnusableInitKey, room =>
            Add(room, package => package with { InitKey = new(Opaque.Zeros(32)) })),
        new("a key package's extension that the capabilities do not list", "10",
            MlsErrorCode.KeyPackageExtensionNotInCapabilities, room =>
                Add(room, package => package with { Extensions = [new Extension(new(0xf888), default)] })),
        new("a key package's extension of one type twice", "13.4", MlsErrorCode.ExtensionTwice, room =>
            Add(room, package => package with { Extensions = [BrokenProposals.Charter, BrokenProposals.Charter] })),
        new("a key package's leaf made for an update", "7.3", MlsErrorCode.LeafSource, room =>
            AddLeaf(room, leaf => leaf with { Source = new LeafNodeSource.Update() })),
        new("a lifetime longer than we allow", "7.2", MlsErrorCode.LeafLifetimeTooLong, room =>
            AddLeaf(room, leaf => leaf with { Source = new LeafNodeSource.KeyPackage(new(0, 1UL << 40)) })),
        new("a lifetime that ends before it begins", "7.2", MlsErrorCode.LeafLifetimeTooLong, room =>
            AddLeaf(room, leaf => leaf with { Source = new LeafNodeSource.KeyPackage(new(9, 8)) })),
        new("a key package's leaf with a flipped signature", "7.3", MlsErrorCode.LeafSignature, room =>
            AddLeaf(room, leaf => leaf, signed => signed with { Signature = Forger.Flipped(signed.Signature) })),
        Leaf("a key package's leaf that does not support the version", "11.1", MlsErrorCode.LeafVersionUnsupported,
            leaf => leaf with { Capabilities = leaf.Capabilities with { Versions = [new(2)] } }),
        Leaf("a key package's leaf that does not support the suite", "11.1", MlsErrorCode.LeafCiphersuiteUnsupported,
            leaf => leaf with { Capabilities = leaf.Capabilities with { Ciphersuites = [new(3)] } }),
        Leaf("a key package's leaf with an extension that it does not list", "7.3",
            MlsErrorCode.LeafExtensionNotInCapabilities,
            leaf => leaf with { Extensions = [new Extension(new(0xf555), default)] }),
        Leaf("a key package's leaf with an extension of one type twice", "13.4", MlsErrorCode.ExtensionTwice,
            leaf => leaf with { Extensions = [BrokenProposals.Charter, BrokenProposals.Charter] }),
        Leaf("a key package's leaf with a credential that it does not list", "7.2",
            MlsErrorCode.LeafCredentialNotInCapabilities,
            leaf => leaf with { Credential = BrokenEmpties.OneCertificate }),
        Leaf("a key package's leaf with an encryption key that nobody can encrypt to", "7.2",
            MlsErrorCode.LeafUnusableKey, leaf => leaf with { EncryptionKey = new(Opaque.Zeros(32)) }),
        Leaf("a key package's leaf with an encryption key of a wrong length", "7.2", MlsErrorCode.LeafKeyLength,
            leaf => leaf with { EncryptionKey = new(Opaque.Zeros(33)) }),
        Leaf("a signature key of a wrong length", "10.1", MlsErrorCode.KeyPackageSignature,
            leaf => leaf with { SignatureKey = Opaque.Zeros(31) }),
        Leaf("a signature key that is no point", "10.1", MlsErrorCode.KeyPackageSignature,
            leaf => leaf with { SignatureKey = Opaque.CopyOf([.. Enumerable.Repeat((byte)0xff, 32)]) }),
        new("a key package's leaf signed for a group", "7.2", MlsErrorCode.LeafSignature, room =>
            SignedFor(room, new LeafNodeSource.Update()))
        {
            Whole = room => SignedFor(room, new LeafNodeSource.KeyPackage(Party.Life)),
        },
    ];

    private static BrokenRule Leaf(
        string name, string section, MlsErrorCode code, Func<LeafNode, LeafNode> broken) =>
        new(name, section, code, room => AddLeaf(room, broken)) { Whole = room => AddLeaf(room, leaf => leaf) };

    // A leaf of another source is signed for a group and a place too; then it is said to be a key package's again.
    private static Opaque SignedFor(Room room, LeafNodeSource source) => AddLeaf(
        room, leaf => leaf with { Source = source },
        signed => signed with { Source = new LeafNodeSource.KeyPackage(Party.Life) });

    private static Opaque Add(
        Room room, Func<KeyPackage, KeyPackage> change, Func<KeyPackage, KeyPackage>? afterwards = null)
    {
        var joiner = room.Stranger("joiner");
        using var bundle = joiner.Package();
        var package = change(bundle.Package).SignedBy(joiner.Suite, joiner.Signer);
        return new Forger(room[0]).Propose(new Proposal.Add((afterwards ?? (signed => signed))(package)));
    }

    private static Opaque AddLeaf(
        Room room, Func<LeafNode, LeafNode> change, Func<LeafNode, LeafNode>? afterwards = null)
    {
        var joiner = room.Stranger("joiner");
        using var bundle = joiner.Package();
        var leaf = change(bundle.Package.LeafNode).SignedBy(joiner.Suite, joiner.Signer, default, default);
        var package = bundle.Package with { LeafNode = (afterwards ?? (signed => signed))(leaf) };
        return new Forger(room[0]).Propose(new Proposal.Add(package.SignedBy(joiner.Suite, joiner.Signer)));
    }
}
