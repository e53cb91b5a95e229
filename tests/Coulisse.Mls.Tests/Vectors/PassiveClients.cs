using System.Text.Json;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;

namespace Coulisse.Mls.Tests.Vectors;

public sealed class PassiveClients
{
    [Fact]
    public void A_client_that_only_listens_follows_the_official_groups() =>
        SuiteVectors.Each("passive-client", Follow);

    private static void Follow(Ciphersuite suite, JsonElement one)
    {
        var package = ((MlsMessage.Offering)TlsCodec.Decode<MlsMessage>(one.Hex("key_package"))).KeyPackage;
        using var signer = SignaturePrivateKey.FromSeed(one.Hex("signature_priv"));
        using var bundle = new KeyPackageBundle(package, Key(suite, one.Hex("init_priv")),
            Key(suite, one.Hex("encryption_priv")), new(suite.MakeKeyPackageRef(package.Encode().Span)));
        var group = Joined(MlsGroup.Join(Client(package, Psks(one)), signer, one.Hex("welcome"), [bundle], Tree(one)));
        AssertAuthenticator(one, "initial_epoch_authenticator", group);
        foreach (var epoch in one.GetProperty("epochs").EnumerateArray())
        {
            foreach (var proposal in epoch.GetProperty("proposals").EnumerateArray())
                group = Next(group, Convert.FromHexString(proposal.GetString()!));
            group = Next(group, epoch.Hex("commit"));
            AssertAuthenticator(epoch, "epoch_authenticator", group);
        }
        group.Dispose();
    }

    private static MlsGroup Next(MlsGroup group, byte[] message)
    {
        var next = group.Process(message) switch
        {
            ProcessResult.ProposalReceived received => received.Next,
            ProcessResult.CommitProcessed processed => processed.Next,
            ProcessResult.Rejected rejected => throw new InvalidOperationException(rejected.Error.ToString()),
            var other => throw new InvalidOperationException($"unexpected {other.GetType().Name}"),
        };
        group.Dispose();
        return next;
    }

    private static MlsGroup Joined(JoinResult result) => result switch
    {
        JoinResult.Joined joined => joined.Group,
        JoinResult.Rejected rejected => throw new InvalidOperationException(rejected.Error.ToString()),
        _ => throw new InvalidOperationException("unexpected"),
    };

    private static void AssertAuthenticator(JsonElement one, string name, MlsGroup group)
    {
        using var authenticator = group.EpochAuthenticator();
        Assert.Equal(one.GetProperty(name).GetString(), Convert.ToHexStringLower(authenticator.Reveal()));
    }

    private static MlsClient Client(KeyPackage package, Dictionary<Opaque, byte[]> psks) => new()
    {
        Suites = SuiteVectors.Suites,
        Capabilities = package.LeafNode.Capabilities,
        Policy = new AllowAll(),
        Random = new SystemRandom(),
        LifetimeSecondsMax = ulong.MaxValue, // The vectors' key packages live for ever.
        KeepsResumptionKeys = true,
        FindPsk = id => psks.TryGetValue(id, out var secret) ? SecretBytes.CopyOf(secret) : null,
    };

    private static Dictionary<Opaque, byte[]> Psks(JsonElement one) =>
        one.GetProperty("external_psks").EnumerateArray()
            .ToDictionary(psk => Opaque.CopyOf(psk.Hex("psk_id")), psk => psk.Hex("psk"));

    private static JoinOptions Tree(JsonElement one) => new()
    {
        Tree = one.GetProperty("ratchet_tree").ValueKind == JsonValueKind.Null
            ? null
            : Opaque.CopyOf(one.Hex("ratchet_tree")),
    };

    private static HpkePrivateKey Key(Ciphersuite suite, byte[] secret) =>
        HpkePrivateKey.From(suite.Hpke.Kem, secret)!;
}
