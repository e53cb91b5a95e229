using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Vectors that RFC 9420 lets be of any length, and that mean nothing when they are empty.</summary>
internal static class BrokenEmpties
{
    internal static readonly Credential OneCertificate = new Credential.X509([new(Opaque.CopyOf([1, 2, 3]))]);

    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        Update("a chain of no certificates", "5.3", MlsErrorCode.LeafCertificateMissing,
            Reading(OneCertificate), Reading(new Credential.X509([]))),
        Update("an empty encryption key", "7.2", MlsErrorCode.LeafKeyLength, leaf => leaf, leaf =>
            leaf with { EncryptionKey = new(Opaque.Empty) }),
        Update("an empty signature key", "7.2", MlsErrorCode.LeafKeyLength, leaf => leaf, leaf =>
            leaf with { SignatureKey = Opaque.Empty }),
        Update("a leaf that lists no suite", "11.1", MlsErrorCode.LeafCiphersuiteUnsupported, leaf => leaf, leaf =>
            leaf with { Capabilities = leaf.Capabilities with { Ciphersuites = [] } }),
        Update("a leaf that lists no kind of credential", "7.2", MlsErrorCode.LeafCredentialNotInCapabilities,
            leaf => leaf, leaf => leaf with { Capabilities = leaf.Capabilities with { Credentials = [] } }),
        new("an empty signature of a leaf", "7.3", MlsErrorCode.LeafSignature, room =>
            Unsigned(room, leaf => leaf with { Signature = Opaque.Empty })) { Whole = room => Unsigned(room, l => l) },
        Package("an empty init key", "10", MlsErrorCode.KeyPackageInitKeyLength, package =>
            package with { InitKey = new(Opaque.Empty) }),
        new("an empty signature of a key package", "10.1", MlsErrorCode.KeyPackageSignature, room =>
            Add(room, package => package, package => package with { Signature = Opaque.Empty }))
        {
            Whole = room => Add(room, package => package, package => package),
        },
        new("an empty nonce of a pre-shared key", "12.1.4", MlsErrorCode.ProposalPskNonce, room =>
            Psk(room, Opaque.Empty)) { Whole = room => Psk(room, Opaque.Zeros(32)) },
        new("an empty reference to a proposal", "12.4", MlsErrorCode.ProposalUnknownReference, room =>
            Naming(room, _ => new(Opaque.Empty))) { Whole = room => Naming(room, reference => reference) },
        new("an empty confirmation tag", "12.4.2", MlsErrorCode.CommitConfirmationTag, room =>
            new ForgedCommit { Tag = _ => Opaque.Empty }.Write(new Forger(room[0])))
        {
            Whole = room => new ForgedCommit().Write(new Forger(room[0])),
        },
        Path("a path without a node", "7.6", MlsErrorCode.PathLength, path => path with { Nodes = [] }),
        Path("a node of a path that nobody can read", "7.6", MlsErrorCode.PathCiphertextCount, path =>
            Node(path, node => node with { EncryptedPathSecrets = [] })),
        Path("an empty key of a path", "7.6", MlsErrorCode.PathKeyLength, path =>
            Node(path, node => node with { EncryptionKey = new(Opaque.Empty) })),
        Path("an empty encapsulated key", "7.5", MlsErrorCode.PathUndecryptable, path =>
            Node(path, node => node with
            {
                EncryptedPathSecrets = [node.EncryptedPathSecrets[0] with { KemOutput = Opaque.Empty }],
            })),
        Path("an empty ciphertext of a path secret", "7.5", MlsErrorCode.PathUndecryptable, path =>
            Node(path, node => node with
            {
                EncryptedPathSecrets = [node.EncryptedPathSecrets[0] with { Ciphertext = Opaque.Empty }],
            })),
        new("an empty path secret", "7.5", MlsErrorCode.PathUndecryptable, room => Secret(room, _ => []))
        {
            Whole = room => Secret(room, secret => secret),
        },
        new("a path secret a byte too short", "7.5", MlsErrorCode.PathUndecryptable, room =>
            Secret(room, secret => secret[..^1])) { Whole = room => Secret(room, secret => secret) },
        new("a path secret a byte too long", "7.5", MlsErrorCode.PathUndecryptable, room =>
            Secret(room, secret => [.. secret, 0])) { Whole = room => Secret(room, secret => secret) },
    ];

    // Signed by its member, whatever is in it.
    private static BrokenRule Update(string name, string section, MlsErrorCode code,
        Func<LeafNode, LeafNode> whole, Func<LeafNode, LeafNode> broken) =>
        new(name, section, code, room => Unsigned(room, leaf => Signed(room, broken(leaf))))
        {
            Whole = room => Unsigned(room, leaf => Signed(room, whole(leaf))),
        };

    private static Func<LeafNode, LeafNode> Reading(Credential credential) => leaf => leaf with
    {
        Credential = credential,
        Capabilities = leaf.Capabilities with { Credentials = [CredentialType.Basic, CredentialType.X509] },
    };

    private static LeafNode Signed(Room room, LeafNode leaf) =>
        leaf.SignedBy(room[0].Suite, room[0].Signer, room[0].Group.View.GroupId, new(0));

    private static Opaque Unsigned(Room room, Func<LeafNode, LeafNode> change) =>
        new Forger(room[0]).Propose(new Proposal.Update(change(BrokenLeaves.UpdateOf(room[0]))));

    private static BrokenRule Package(
        string name, string section, MlsErrorCode code, Func<KeyPackage, KeyPackage> broken) =>
        new(name, section, code, room => Add(room, broken, package => package))
        {
            Whole = room => Add(room, package => package, package => package),
        };

    private static Opaque Add(Room room, Func<KeyPackage, KeyPackage> change, Func<KeyPackage, KeyPackage> afterwards)
    {
        var joiner = room.Stranger("joiner");
        using var bundle = joiner.Package();
        var package = change(bundle.Package).SignedBy(joiner.Suite, joiner.Signer);
        return new Forger(room[0]).Propose(new Proposal.Add(afterwards(package)));
    }

    private static Opaque Psk(Room room, Opaque nonce) =>
        new Forger(room[0]).Propose(new Proposal.Psk(new PreSharedKeyId.External(Opaque.CopyOf([9]), nonce)));

    private static Opaque Naming(Room room, Func<ProposalRef, ProposalRef> named)
    {
        var made = room[2].ProposeUpdate();
        room.Spread(2, made.Message);
        var reference = made.Reference!.Value;
        var other = named(reference);
        return other == reference
            ? new ForgedCommit { ByReference = [reference] }.Write(new Forger(room[0]))
            : new ForgedCommit { OnTheWireOnly = [new ProposalOrRef.ByReference(other)] }.Write(new Forger(room[0]));
    }

    private static BrokenRule Path(
        string name, string section, MlsErrorCode code, Func<UpdatePath, UpdatePath> broken)
    {
        return new(name, section, code, room => Write(room, broken)) { Whole = room => Write(room, path => path) };

        static Opaque Write(Room room, Func<UpdatePath, UpdatePath> change) =>
            new ForgedCommit { Path = new ForgedPath { Whole = change } }.Write(new Forger(room[0]));
    }

    // The second member, who reads, is the only one whom the lowest node's secret is for.
    private static UpdatePath Node(UpdatePath path, Func<UpdatePathNode, UpdatePathNode> change) =>
        path with { Nodes = [change(path.Nodes[0]), .. path.Nodes.Span[1..]] };

    private static Opaque Secret(Room room, Func<byte[], byte[]> change) =>
        new ForgedCommit { Path = new ForgedPath { Secret = change } }.Write(new Forger(room[0]));
}
