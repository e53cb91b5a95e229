using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Tree;

namespace Coulisse.Fuzz.Targets;

/// <summary>One client of the group.</summary>
internal sealed class MlsOffice : IDisposable
{
    private static readonly Ciphersuite Suite = Ciphersuite.X25519Aes128Gcm;
    private static readonly Lifetime Life = new(1_799_000_000, 1_801_000_000);

    private readonly Credential credential;

    public MlsOffice(string name, int seed)
    {
        var random = new SeededRandom(seed);
        Signer = SignaturePrivateKey.Generate(random);
        credential = new Credential.Basic(Opaque.CopyOf(Encoding.UTF8.GetBytes(name)));
        Client = new MlsClient
        {
            Suites = new(Suite),
            Capabilities = new([ProtocolVersion.Mls10], [new(Suite.Code)], [], [], [CredentialType.Basic]),
            Policy = new AllowAll(),
            Random = random,
        };
    }

    public MlsClient Client { get; }

    public SignaturePrivateKey Signer { get; }

    public KeyPackageBundle Package() => KeyPackageBundle.Create(Client, Suite, credential, Signer, Life);

    public MlsGroup Create() => MlsGroup.Create(Client, Suite, new(Opaque.CopyOf("room"u8)), credential, Signer, Life,
        []);

    public void Dispose() => Signer.Dispose();

    private sealed class AllowAll : IGroupPolicy
    {
        public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced) => null;

        public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) => null;

        public PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit) => null;
    }
}
