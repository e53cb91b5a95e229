using System.Globalization;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Bench;

/// <summary>A group that one member made of many in one commit, so that all nodes above the others are blank:
/// flat.</summary>
internal sealed class GroupOfMany : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly Lifetime Life = new(1_799_000_000, 1_801_000_000);

    private readonly MlsClient client;
    private readonly SignaturePrivateKey founder;
    private readonly SignaturePrivateKey newcomer;
    private readonly KeyPackageBundle newcomersKeys;
    private readonly Opaque welcome;
    private readonly MlsGroup founders;
    private readonly MlsGroup newcomers;
    private readonly Opaque commit;

    internal GroupOfMany(Ciphersuite suite, int members)
    {
        client = ClientOf(suite);
        founder = SignaturePrivateKey.Generate(client.Random);
        newcomer = SignaturePrivateKey.Generate(client.Random);
        newcomersKeys = KeyPackageBundle.Create(client, suite, NameOf(1), newcomer, Life);
        var packages = Enumerable.Range(2, members - 2).Select(number => PackageOf(suite, number));
        var alone = MlsGroup.Create(client, suite, new GroupId(Opaque.Zeros(16)), NameOf(0), founder, Life, []);
        var adds = packages.Prepend(newcomersKeys.Package).Select(package => (Proposal)new Proposal.Add(package));
        var made = Made(alone.Commit(new CommitOptions { Now = Now, ByValue = TlsList.From(adds) }));
        alone.Dispose();
        (founders, welcome) = (made.Next, made.Welcome!.Value);
        newcomers = Joined();
        var next = Made(founders.Commit(new CommitOptions { Now = Now }));
        commit = next.Message;
        next.Next.Dispose();
    }

    /// <summary>Makes a commit with a path, and drops it.</summary>
    internal void Commit() => Made(founders.Commit(new CommitOptions { Now = Now })).Next.Dispose();

    /// <summary>Joins by the welcome, checking the whole tree, and drops the group.</summary>
    internal void Join() => Joined().Dispose();

    /// <summary>Processes the founder's commit as the newcomer, and drops the next state.</summary>
    internal void Process() =>
        ((ProcessResult.CommitProcessed)newcomers.Process(commit.ToArray())).Next.Dispose();

    public void Dispose()
    {
        founders.Dispose();
        newcomers.Dispose();
        newcomersKeys.Dispose();
        founder.Dispose();
        newcomer.Dispose();
    }

    internal static CommitResult.Made Made(CommitResult result) => result as CommitResult.Made
        ?? throw new InvalidOperationException(((CommitResult.Refused)result).Error.ToString());

    private MlsGroup Joined() =>
        MlsGroup.Join(client, newcomer, welcome.ToArray(), [newcomersKeys], new JoinOptions()) switch
        {
            JoinResult.Joined joined => joined.Group,
            JoinResult.Rejected rejected => throw new InvalidOperationException(rejected.Error.ToString()),
            _ => throw new InvalidOperationException("A join ends in one of two ways."),
        };

    private KeyPackage PackageOf(Ciphersuite suite, int number)
    {
        using var signer = SignaturePrivateKey.Generate(client.Random);
        using var bundle = KeyPackageBundle.Create(client, suite, NameOf(number), signer, Life);
        return bundle.Package;
    }

    internal static MlsClient ClientOf(Ciphersuite suite) => new()
    {
        Suites = new CiphersuiteSet(suite),
        Capabilities = new([ProtocolVersion.Mls10], [new(suite.Code)], [], [], [CredentialType.Basic]),
        Policy = new OpenPolicy(),
        Random = new SystemRandom(),
    };

    internal static Credential NameOf(int number) => new Credential.Basic(
        Opaque.CopyOf(System.Text.Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))));
}
