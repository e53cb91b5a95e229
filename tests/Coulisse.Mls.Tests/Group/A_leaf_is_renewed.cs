using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Forging;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Group;

/// <summary>A member's signature key and credential are replaced while the group lasts (RFC 9420 §5.3.1).</summary>
public sealed class A_leaf_is_renewed
{
    [Fact]
    public void By_the_members_own_commit_and_newcomers_are_welcomed_with_the_new_key()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var renewal = room[0].Renew("office 0, accredited anew");
        using var joiner = room.Stranger("joiner");
        var bundle = joiner.Package();
        var made = room[0].Commit(new CommitOptions
        {
            Now = Party.Now,
            Renewal = renewal,
            ByValue = [new Proposal.Add(bundle.Package)],
        });
        room[1].Take<ProcessResult.CommitProcessed>(made.Message);
        room[2].Take<ProcessResult.CommitProcessed>(made.Message);
        joiner.Join(made.Welcome!.Value, bundle);
        AssertRenewed(room, 0, renewal);
        Assert.Equal(room[0].Authenticator(), joiner.Authenticator());
        Assert.Equal("signed anew", room[1].Hear(room[0].Say("signed anew")));
        renewal.Signer.Dispose();
    }

    [Fact]
    public void By_a_proposal_which_counts_when_another_commits_it_and_not_before()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var renewal = room[1].Renew("office 1, accredited anew");
        var proposed = Assert.IsType<SendResult.Made>(
            room[1].Group.ProposeUpdate(new SendOptions { Now = Party.Now }, renewal));
        room[1].Group = proposed.Next;
        room.Spread(1, proposed.Message);
        Assert.Equal("with the old key", room[0].Hear(room[1].Say("with the old key")));
        room[1].Group = MlsGroup.Load(
            room[1].Client, [room[1].Signer, renewal.Signer], Patched.Saved(room[1].Group));
        room.Commit(0);
        AssertRenewed(room, 1, renewal);
        room.AssertAgreed();
        room.Commit(1);
        room.AssertAgreed();
        renewal.Signer.Dispose();
    }

    [Fact]
    public void A_state_whose_key_was_not_given_says_so_instead_of_signing_with_another()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        using var group = MlsGroup.Load(room[0].Client, room[1].Signer, Patched.Saved(room[0].Group));
        Assert.Throws<InvalidOperationException>(() => group.Say("word"u8, default));
    }

    [Fact]
    public void A_renewal_that_all_others_would_refuse_is_not_sent()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        using var key = SignaturePrivateKey.Generate(room[0].Client.Random);
        var certificates = new LeafRenewal { Signer = key, Credential = BrokenEmpties.OneCertificate };
        AssertRefused(room, certificates, MlsErrorCode.LeafCredentialNotInCapabilities);
        var anothers = new LeafRenewal { Signer = room[2].Signer, Credential = room[0].Credential };
        var commit = room[0].Group.Commit(new CommitOptions { Now = Party.Now, Renewal = anothers });
        Assert.Equal(MlsErrorCode.TreeSameSignatureKey, Assert.IsType<CommitResult.Refused>(commit).Error.Code);
        room.AssertAgreed();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_policy_of_the_others_decides_and_so_does_ones_own(bool own)
    {
        var policy = new OneOffice();
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        using var wary = new Party("wary", Ciphersuite.X25519Aes128Gcm, new SeededRandom(78), policy);
        room.Add(wary);
        var who = own ? wary : room[0];
        var renewal = who.Renew("somebody else");
        var options = new CommitOptions { Now = Party.Now, Renewal = renewal };
        var error = own
            ? Assert.IsType<CommitResult.Refused>(wary.Group.Commit(options)).Error
            : Assert.IsType<ProcessResult.Rejected>(wary.Process(who.Commit(options).Message)).Error;
        Assert.Equal(MlsErrorCode.PolicyCredential, error.Code);
        renewal.Signer.Dispose();
    }

    private static void AssertRefused(Room room, LeafRenewal renewal, MlsErrorCode code)
    {
        var commit = room[0].Group.Commit(new CommitOptions { Now = Party.Now, Renewal = renewal });
        Assert.Equal(code, Assert.IsType<CommitResult.Refused>(commit).Error.Code);
        var update = room[0].Group.ProposeUpdate(new SendOptions { Now = Party.Now }, renewal);
        Assert.Equal(code, Assert.IsType<SendResult.Refused>(update).Error.Code);
    }

    private static void AssertRenewed(Room room, uint place, LeafRenewal renewal) => Assert.All(room.Parties, party =>
    {
        var leaf = party.Group.View.MemberAt(new(place))!;
        Assert.Equal(renewal.Signer.PublicKey.Value, leaf.SignatureKey);
        Assert.Equal(renewal.Credential, leaf.Credential);
    });

    private sealed class OneOffice : IGroupPolicy
    {
        public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced) =>
            replaced is null || leaf.Credential == replaced.Credential ? null : new PolicyRefusal("another office");

        public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) => null;

        public PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit) => null;
    }
}
