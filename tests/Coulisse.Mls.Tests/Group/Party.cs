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

namespace Coulisse.Mls.Tests.Group;

/// <summary>A client in a test's group, with the state it is in.</summary>
internal sealed class Party : IDisposable
{
    internal static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    internal static readonly Lifetime Life = new(1_799_000_000, 1_801_000_000);
    internal static readonly Ciphersuite PostQuantum = Ciphersuite.PostQuantum(0xf002);

    private MlsGroup? group;

    internal Party(string name, Ciphersuite suite, IRandomSource random, IGroupPolicy? policy = null,
        Credential? credential = null, Capabilities? capabilities = null)
    {
        Suite = suite;
        Signer = SignaturePrivateKey.Generate(random);
        Credential = credential
            ?? new Credential.Basic(Opaque.CopyOf(System.Text.Encoding.UTF8.GetBytes(name)));
        // Whoever comes with certificates is in a group where all read them.
        CredentialType[] readable =
            credential is null ? [CredentialType.Basic] : [CredentialType.Basic, credential.Type];
        Client = new MlsClient
        {
            Suites = new(Ciphersuite.X25519Aes128Gcm, Ciphersuite.X25519ChaCha20Poly1305, PostQuantum),
            Capabilities = capabilities ?? new([ProtocolVersion.Mls10, new(0x0a0a)],
                [new(suite.Code), new(0x1a1a)], [new(0xf100), new(0x2a2a)], [new(0x3a3a)], [.. readable, new(0x4a4a)]),
            Policy = policy ?? new AllowAll(),
            Random = random,
        };
    }

    internal Ciphersuite Suite { get; }

    internal MlsClient Client { get; }

    internal SignaturePrivateKey Signer { get; }

    internal Credential Credential { get; }

    /// <summary>Sees each step: the state before and the one after, both still whole.</summary>
    internal Action<MlsGroup, MlsGroup>? Stepping { get; set; }

    /// <summary>Its present state; setting it disposes the one before.</summary>
    internal MlsGroup Group
    {
        get => group ?? throw new InvalidOperationException("not in a group yet");
        set
        {
            if (group is not null)
                Stepping?.Invoke(group, value);
            group?.Dispose();
            group = value;
        }
    }

    internal KeyPackageBundle Package() => KeyPackageBundle.Create(Client, Suite, Credential, Signer, Life);

    internal void Create(string id) => Group = MlsGroup.Create(Client, Suite,
        new(Opaque.CopyOf(System.Text.Encoding.UTF8.GetBytes(id))), Credential, Signer, Life, []);

    internal void Join(Opaque welcome, KeyPackageBundle bundle, Opaque? tree = null)
    {
        var result = MlsGroup.Join(Client, Signer, welcome.ToArray(), [bundle], new JoinOptions { Tree = tree });
        Group = result is JoinResult.Joined joined
            ? joined.Group
            : throw new InvalidOperationException(((JoinResult.Rejected)result).Error.ToString());
        bundle.Dispose();
    }

    internal CommitResult.Made Commit(CommitOptions? options = null)
    {
        var result = Group.Commit(options ?? new CommitOptions { Now = Now });
        var made = result as CommitResult.Made
            ?? throw new InvalidOperationException(((CommitResult.Refused)result).Error.ToString());
        Group = made.Next;
        return made;
    }

    internal Opaque Say(string text)
    {
        var made = Assert.IsType<SendResult.Made>(
            Group.Say(System.Text.Encoding.UTF8.GetBytes(text), Opaque.CopyOf([7])));
        Group = made.Next;
        return made.Message;
    }

    internal SendResult.Made Propose(Proposal proposal)
    {
        var made = Assert.IsType<SendResult.Made>(Group.Propose(proposal, new SendOptions { Now = Now }));
        Group = made.Next;
        return made;
    }

    internal SendResult.Made ProposeUpdate()
    {
        var made = Assert.IsType<SendResult.Made>(Group.ProposeUpdate(new SendOptions { Now = Now }));
        Group = made.Next;
        return made;
    }

    /// <summary>A new signature key and credential, to be proposed or committed.</summary>
    internal LeafRenewal Renew(string name) => new()
    {
        Signer = SignaturePrivateKey.Generate(Client.Random),
        Credential = new Credential.Basic(Opaque.CopyOf(System.Text.Encoding.UTF8.GetBytes(name))),
    };

    internal ProcessResult Process(Opaque message) => Group.Process(message.ToArray());

    /// <summary>Processes, and goes on with the next state.</summary>
    internal T Take<T>(Opaque message)
        where T : ProcessResult
    {
        var result = Process(message);
        if (result is ProcessResult.Rejected rejected && typeof(T) != typeof(ProcessResult.Rejected))
            throw new InvalidOperationException(rejected.Error.ToString());
        var taken = Assert.IsType<T>(result);
        Group = taken switch
        {
            ProcessResult.ApplicationMessage one => one.Next,
            ProcessResult.ProposalReceived one => one.Next,
            ProcessResult.CommitProcessed one => one.Next,
            _ => Group,
        };
        return taken;
    }

    internal string Hear(Opaque message) =>
        System.Text.Encoding.UTF8.GetString(Take<ProcessResult.ApplicationMessage>(message).Data.Span);

    internal string Authenticator()
    {
        using var secret = Group.EpochAuthenticator();
        return Convert.ToHexString(secret.Reveal());
    }

    public void Dispose()
    {
        group?.Dispose();
        Signer.Dispose();
    }
}
