using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Group;

/// <summary>RFC 9420 §13.5.</summary>
public sealed class Grease_is_said_and_passed_over
{
    [Fact]
    public void Each_key_package_has_some_in_every_list_that_may_have_it()
    {
        using var party = new Party("office", Ciphersuite.X25519Aes128Gcm, new SeededRandom(5));
        var plain = party.Client.Capabilities with { Ciphersuites = [new(1)], Extensions = [], Proposals = [] };
        for (var count = 0; count < 50; count++)
        {
            using var bundle = KeyPackageBundle.Create(
                With(party.Client, plain), party.Suite, party.Credential, party.Signer, Party.Life);
            var leaf = bundle.Package.LeafNode;
            Assert.Single(leaf.Capabilities.Ciphersuites, one => Grease.Is(one.Value));
            Assert.Single(leaf.Capabilities.Proposals, one => Grease.Is(one.Value));
            Assert.Contains(leaf.Capabilities.Credentials, one => Grease.Is(one.Value));
            var type = Assert.Single(leaf.Capabilities.Extensions, one => Grease.Is(one.Value));
            Assert.Equal([type], leaf.Extensions.Select(one => one.Type));
            Assert.Equal([type], bundle.Package.Extensions.Select(one => one.Type));
            Assert.Contains(new CiphersuiteCode(1), leaf.Capabilities.Ciphersuites);
        }
    }

    [Fact]
    public void One_seed_gives_one_key_package_and_another_seed_other_grease()
    {
        Assert.Equal(Encoded(11), Encoded(11));
        Assert.True(Enumerable.Range(0, 20).Select(seed => Encoded((ulong)seed)).Distinct().Count() == 20);
    }

    [Fact]
    public void A_client_that_wants_none_says_none()
    {
        using var party = new Party("office", Ciphersuite.X25519Aes128Gcm, new SeededRandom(5));
        using var bundle = KeyPackageBundle.Create(new MlsClient
        {
            Suites = party.Client.Suites,
            Capabilities = party.Client.Capabilities,
            Policy = party.Client.Policy,
            Random = party.Client.Random,
            SaysGrease = false,
        }, party.Suite, party.Credential, party.Signer, Party.Life);
        Assert.Equal(party.Client.Capabilities, bundle.Package.LeafNode.Capabilities);
        Assert.Empty(bundle.Package.Extensions);
    }

    [Fact]
    public void What_others_say_of_it_anywhere_is_passed_over()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        using var joiner = room.Stranger("joiner");
        using var bundle = joiner.Package();
        ushort[] all = [.. Enumerable.Range(0, 15).Select(step => (ushort)(0x0a0a + (0x1010 * step)))];
        var leaf = (bundle.Package.LeafNode with
        {
            Capabilities = new([ProtocolVersion.Mls10, .. all.Select(one => new ProtocolVersion(one))],
                [.. all.Select(one => new CiphersuiteCode(one)), new(1)],
                [.. all.Select(one => new ExtensionType(one))],
                [.. all.Select(one => new ProposalType(one))],
                [.. all.Select(one => new CredentialType(one)), CredentialType.Basic]),
            Extensions = [.. all.Select(one => new Extension(new(one), Opaque.CopyOf([1, 2, 3])))],
        }).SignedBy(joiner.Suite, joiner.Signer, default, default);
        var package = (bundle.Package with { LeafNode = leaf, Extensions = leaf.Extensions })
            .SignedBy(joiner.Suite, joiner.Signer);
        room.Spread(0, room[0].Propose(new Proposal.Add(package)).Message);
        room.Commit(1, new CommitOptions
        {
            Now = Party.Now,
            GroupInfoExtensions = [new Extension(new(0x3a3a), Opaque.CopyOf([9]))],
        });
        room.AssertAgreed();
        Assert.Equal(leaf, room[2].Group.View.MemberAt(new(3)));
    }

    private static Opaque Encoded(ulong seed)
    {
        using var party = new Party("office", Ciphersuite.X25519Aes128Gcm, new SeededRandom(seed));
        using var bundle = party.Package();
        return TlsCodec.Encode(bundle.Package);
    }

    private static MlsClient With(MlsClient client, Capabilities capabilities) => new()
    {
        Suites = client.Suites,
        Capabilities = capabilities,
        Policy = client.Policy,
        Random = client.Random,
    };
}
