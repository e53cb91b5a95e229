using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Forging;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Group;

public sealed class ThePolicyIsAskedFirst : IGroupPolicy
{
    private readonly List<string> asked = [];
    private string? refused;

    public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced) => Ask("member");

    public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) => Ask($"proposal {change.Proposer}");

    public PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit) =>
        Ask($"commit {commit.Committer} of {commit.Changes.Count} in {group.Epoch}, {commit.AuthenticatedData}");

    [Theory]
    [InlineData("member", MlsErrorCode.PolicyCredential)]
    [InlineData("proposal 0", MlsErrorCode.PolicyProposal)]
    [InlineData("commit 0 of 1 in 1, 010203", MlsErrorCode.PolicyCommit)]
    public void A_commit_that_the_policy_refuses_at_any_question_is_refused(string question, MlsErrorCode code)
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        using var wary = Joined(room);
        // A wrong tag would be found only after keys are derived: the policy's refusal has to come before.
        var commit = new ForgedCommit
        {
            ByValue = [new Proposal.Remove(new(1))],
            Tag = tag => Forger.Flipped(tag),
        }.Write(new Forger(room[0]));
        refused = question.Replace("in 1", "in 2", StringComparison.Ordinal);
        var rejected = Assert.IsType<ProcessResult.Rejected>(wary.Process(commit));
        Assert.Equal(code, rejected.Error.Code);
        Assert.Equal("not with us", rejected.Error.Text);
    }

    [Fact]
    public void An_expired_key_package_is_not_sent_and_one_that_arrives_late_is_still_read()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        using var joiner = room.Stranger("joiner");
        using var bundle = joiner.Package();
        var add = new Proposal.Add(bundle.Package);
        var late = Party.Now.AddYears(1);
        var refusal = Assert.IsType<SendResult.Refused>(room[0].Group.Propose(add, new SendOptions { Now = late }));
        Assert.Equal(MlsErrorCode.LeafExpired, refusal.Error.Code);
        var commit = room[0].Group.Commit(new CommitOptions { Now = late, ByValue = [add] });
        Assert.Equal(MlsErrorCode.LeafExpired, Assert.IsType<CommitResult.Refused>(commit).Error.Code);
        room.Spread(0, room[0].Propose(add).Message);
    }

    [Fact]
    public void A_commit_that_breaks_a_rule_is_not_made()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        var self = new CommitOptions { Now = Party.Now, ByValue = [new Proposal.Remove(new(0))] };
        var refusal = Assert.IsType<CommitResult.Refused>(room[0].Group.Commit(self));
        Assert.Equal(MlsErrorCode.ProposalRemovesCommitter, refusal.Error.Code);
        room.AssertAgreed();
    }

    private Party Joined(Room room)
    {
        var wary = new Party("wary", Ciphersuite.X25519Aes128Gcm, new SeededRandom(77), this);
        var bundle = wary.Package();
        var made = room[0].Commit(new CommitOptions { Now = Party.Now, ByValue = [new Proposal.Add(bundle.Package)] });
        wary.Join(made.Welcome!.Value, bundle);
        Assert.Equal(3, asked.Count(question => question == "member"));
        return wary;
    }

    private PolicyRefusal? Ask(string question)
    {
        asked.Add(question);
        return question == refused ? new PolicyRefusal("not with us") : null;
    }
}
