using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Each row is a message that is valid but for one thing; the row's own code has to be the answer.</summary>
public sealed class EveryRuleIsEnforced
{
    internal static readonly IReadOnlyList<BrokenRule> Rules =
        [
            .. BrokenFrames.All, .. BrokenProposals.All, .. BrokenLeaves.All, .. BrokenKeyPackages.All,
            .. BrokenPaths.All, .. BrokenSenders.All, .. BrokenSenderData.All, .. BrokenEncodings.All,
            .. BrokenEmpties.All, .. BrokenAmongMembers.All, .. BrokenLate.All,
        ];

    public static TheoryData<string> Names => [.. Rules.Select(rule => rule.Name)];

    public static TheoryData<string> WholeNames =>
        [.. Rules.Where(rule => rule.Whole is not null).Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_that_breaks_one_rule_is_refused_with_that_rules_code(string name)
    {
        var rule = Rules.Single(one => one.Name == name);
        using var room = new Room(4, Ciphersuite.X25519Aes128Gcm);
        var message = rule.Break(room);
        var before = room[1].Authenticator();
        var rejected = Assert.IsType<ProcessResult.Rejected>(room[1].Process(message));
        Assert.Equal(rule.Code, rejected.Error.Code);
        Assert.Equal(before, room[1].Authenticator());
        var heard = room[1].Say("still here");
        Assert.Equal("still here", room[0].Hear(heard));
    }

    [Theory]
    [MemberData(nameof(WholeNames))]
    public void The_same_message_with_nothing_wrong_is_accepted(string name)
    {
        var rule = Rules.Single(one => one.Name == name);
        using var room = new Room(4, Ciphersuite.X25519Aes128Gcm);
        room[1].AssertTakes(rule.Whole!(room));
    }

    [Theory]
    [InlineData(WireFormat.PrivateMessage)]
    [InlineData(WireFormat.PublicMessage)]
    public void A_handshake_of_another_epoch_is_neither_taken_nor_refused(WireFormat format)
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var (proposal, commit) = (Removal(room[0], format), Commit(room[0], format));
        room[1].AssertTakes(proposal);
        room[1].AssertTakes(commit);
        room.Commit(2);
        Assert.Equal(new Epoch(1), Assert.IsType<ProcessResult.PastEpoch>(room[1].Process(proposal)).Epoch);
        Assert.Equal(new Epoch(1), Assert.IsType<ProcessResult.PastEpoch>(room[1].Process(commit)).Epoch);
        room[0].Commit();
        var (nextProposal, nextCommit) = (Removal(room[0], format), Commit(room[0], format));
        Assert.Equal(new Epoch(3), Assert.IsType<ProcessResult.FutureEpoch>(room[1].Process(nextProposal)).Epoch);
        Assert.Equal(new Epoch(3), Assert.IsType<ProcessResult.FutureEpoch>(room[1].Process(nextCommit)).Epoch);
        Assert.Equal(new Epoch(2), room[1].Group.View.Epoch);
        Assert.Empty(room[1].Group.WaitingProposals);
    }

    [Fact]
    public void A_wrong_reuse_guard_leaves_the_key_to_the_message_that_it_belongs_to()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        var broken = BrokenSenderData.Resealed(room, data => data with { ReuseGuard = ~data.ReuseGuard });
        Assert.Equal(MlsErrorCode.FramingUndecryptable, room[1].Refusal(broken).Code);
        Assert.Equal("generation 0", room[1].Hear(room[0].Say("generation 0")));
    }

    [Theory]
    [InlineData(WireFormat.PrivateMessage)]
    [InlineData(WireFormat.PublicMessage)]
    public void What_the_forger_leaves_alone_is_accepted(WireFormat format)
    {
        using var room = new Room(4, Ciphersuite.X25519Aes128Gcm);
        var proposal = new Forger(room[2]).Propose(new Proposal.Update(BrokenLeaves.UpdateOf(room[2])));
        foreach (var party in new[] { room[0], room[1], room[3] })
            party.Take<ProcessResult.ProposalReceived>(proposal);
        var commit = new ForgedCommit
        {
            ByReference = [room[0].Group.WaitingProposals[0].Reference!.Value],
            ByValue = [BrokenProposals.Add(room.Stranger("one"))],
            Format = format,
        }.Write(new Forger(room[0]));
        room[1].Take<ProcessResult.CommitProcessed>(commit);
        room[3].Take<ProcessResult.CommitProcessed>(commit);
        Assert.Equal(room[1].Authenticator(), room[3].Authenticator());
    }

    private static Opaque Commit(Party party, WireFormat format) =>
        new ForgedCommit { Format = format }.Write(new Forger(party));

    private static Opaque Removal(Party party, WireFormat format)
    {
        var forger = new Forger(party);
        var content = forger.Content(new FramedBody.Proposed(new Proposal.Remove(new(2))));
        return format == WireFormat.PublicMessage ? Forger.Wire(forger.Publish(content)) : forger.Encrypt(content);
    }
}
