using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Rules that need a longer story than one message: limits reached, keys used up, a refusing policy.</summary>
internal static class BrokenSteps
{
    internal static readonly IReadOnlyList<BrokenStep> All =
    [
        new("a leaf that cannot read another member's certificates", "7.3",
            MlsErrorCode.LeafDoesNotSupportMembersCredential, LeafOfOneWhoReadsNoCertificates),
        new("a proposal more than may wait", "12.1", MlsErrorCode.ProposalTooMany, OneProposalTooMany),
        new("a commit in the last epoch there can be", "8.1", MlsErrorCode.CommitEpochsExhausted, CommitInTheLastEpoch),
        new("a member more than a full tree holds", "7.7", MlsErrorCode.TreeTooLarge, OneMemberTooMany),
        new("a message once more", "9.1", MlsErrorCode.RatchetReplay, TheSameMessageTwice),
        new("a message whose waiting key was dropped", "9.2", MlsErrorCode.RatchetTooOld, AMessageTooOld),
        new("a message too far ahead of its sender's last", "9.2", MlsErrorCode.RatchetTooFarAhead, AMessageFarAhead),
        new("a message after the last generation", "9.1", MlsErrorCode.RatchetExhausted, AMessageAfterTheLast),
        new("a key package whose time is over", "7.3", MlsErrorCode.LeafExpired, AnExpiredKeyPackage),
        new("a group that is known already", "12.4.3.1", MlsErrorCode.WelcomeGroupKnown, AKnownGroup),
        new("a member whom the policy does not want", "5.3.1", MlsErrorCode.PolicyCredential, () =>
            Forbidden(member: true)),
        new("a proposal that the policy does not want", "12.2", MlsErrorCode.PolicyProposal, () =>
            Forbidden(proposal: true)),
        new("a commit that the policy does not want", "12.2", MlsErrorCode.PolicyCommit, () =>
            Forbidden(commit: true)),
    ];

    private static Room NewRoom(int members = 2) => new(members, Ciphersuite.X25519Aes128Gcm);

    // All have certificates and read them, and basic credentials too; the committer's new leaf is a basic one that
    // reads nothing else.
    private static MlsError[] LeafOfOneWhoReadsNoCertificates()
    {
        using var room = new Room(4, Ciphersuite.X25519Aes128Gcm, credential: BrokenEmpties.OneCertificate);
        var commit = new ForgedCommit
        {
            Path = new ForgedPath
            {
                Leaf = leaf => leaf with
                {
                    Credential = new Credential.Basic(Opaque.CopyOf([1])),
                    Capabilities = leaf.Capabilities with { Credentials = [CredentialType.Basic] },
                },
            },
        }.Write(new Forger(room[0]));
        return [Refusal(room[1], commit)];
    }

    private static MlsError[] OneProposalTooMany()
    {
        using var room = NewRoom();
        for (var count = 0; count < ProposalStore.CountMax; count++)
            room[1].Take<ProcessResult.ProposalReceived>(RemoveMarked(room[0], count));
        Assert.Equal(ProposalStore.CountMax, room[1].Group.WaitingProposals.Count);
        // One that waits already is no new one.
        room[1].Take<ProcessResult.ProposalReceived>(RemoveMarked(room[0], 7));
        var own = room[1].Group.Propose(new Proposal.Remove(new(0)), new SendOptions { Now = Party.Now });
        return [Refusal(room[1], RemoveMarked(room[0], -1)), Assert.IsType<SendResult.Refused>(own).Error];
    }

    private static Opaque RemoveMarked(Party proposer, int mark)
    {
        var forger = new Forger(proposer);
        var content = forger.Content(new FramedBody.Proposed(new Proposal.Remove(new(1))));
        var marked = content with { AuthenticatedData = Opaque.CopyOf(BitConverter.GetBytes(mark)) };
        return Forger.Wire(forger.Publish(marked));
    }

    private static MlsError[] CommitInTheLastEpoch()
    {
        using var room = NewRoom();
        foreach (var party in room.Parties)
            party.Group = Patched.AtEpoch(party, ulong.MaxValue);
        room.AssertAgreed();
        var own = room[0].Group.Commit(new CommitOptions { Now = Party.Now });
        var forger = new Forger(room[0]);
        var add = new Commit([new ProposalOrRef.ByValue(BrokenProposals.Add(room.Stranger("one")))], null);
        var read = forger.Encrypt(forger.Content(new FramedBody.Committed(add)), Opaque.Zeros(32));
        return [Assert.IsType<CommitResult.Refused>(own).Error, Refusal(room[1], read)];
    }

    // Every leaf but one is taken by the same member, which only a draft does not mind.
    private static MlsError[] OneMemberTooMany()
    {
        using var room = NewRoom();
        var leaf = room[0].Group.View.MemberAt(new(0))!;
        var nodes = Enumerable.Range(0, (MlsLimits.LeavesMax * 2) - 1).Select(node =>
            node % 2 == 0 ? new RatchetTreeNode.Leaf(leaf) : (RatchetTreeNode)new RatchetTreeNode.Blank());
        var full = ReceivedTree.Build(room[0].Suite, new RatchetTreeNodes(TlsList.From(nodes)));
        var refused = Assert.Throws<MlsRejection>(() => new TreeDraft(full).Add(leaf));
        return [refused.Error];
    }

    // A repeated message is no refusal for the caller but a duplicate; the code is what tells.
    private static MlsError[] TheSameMessageTwice()
    {
        using var room = NewRoom();
        var message = room[0].Say("once");
        room[1].Hear(message);
        Assert.IsType<ProcessResult.Duplicate>(room[1].Process(message));
        var reading = new MessageReading(room[1].Client, Signers.Of(room[1].Signer), room[1].Group.State);
        return [Assert.Throws<MlsRejection>(() => reading.Read(message.Span)).Error];
    }

    private static MlsError[] AMessageTooOld()
    {
        using var room = NewRoom();
        var first = room[0].Say("first");
        for (var lost = 2; lost < SecretTree.GenerationsAheadMax; lost++)
            _ = room[0].Say("passed over");
        room[1].Hear(room[0].Say("as far ahead as may be"));
        _ = room[0].Say("passed over");
        _ = room[0].Say("passed over");
        room[1].Hear(room[0].Say("and now one more waits than may"));
        return [Refusal(room[1], first)];
    }

    private static MlsError[] AMessageFarAhead()
    {
        using var room = NewRoom();
        for (var lost = 0; lost < SecretTree.GenerationsAheadMax; lost++)
            _ = room[0].Say("lost");
        return [Refusal(room[1], room[0].Say("too far"))];
    }

    private static MlsError[] AMessageAfterTheLast()
    {
        using var room = NewRoom();
        room[0].Group = Patched.AtGeneration(room[0], uint.MaxValue);
        _ = room[0].Say("the last");
        return [Assert.IsType<SendResult.Refused>(room[0].Group.Say("none"u8, default)).Error];
    }

    private static MlsError[] AnExpiredKeyPackage()
    {
        using var room = NewRoom();
        var add = BrokenProposals.Add(room.Stranger("late"));
        var made = room[0].Group.Propose(add, new SendOptions { Now = Party.Now.AddYears(1) });
        return [Assert.IsType<SendResult.Refused>(made).Error];
    }

    private static MlsError[] AKnownGroup()
    {
        using var room = NewRoom();
        using var joiner = room.Stranger("joiner");
        using var bundle = joiner.Package();
        var made = room[0].Commit(new CommitOptions { Now = Party.Now, ByValue = [new Proposal.Add(bundle.Package)] });
        var joined = MlsGroup.Join(joiner.Client, joiner.Signer, made.Welcome!.Value.ToArray(), [bundle],
            new JoinOptions { IsKnown = group => group == room[0].Group.View.GroupId });
        return [Assert.IsType<JoinResult.Rejected>(joined).Error];
    }

    private static MlsError[] Forbidden(bool member = false, bool proposal = false, bool commit = false)
    {
        using var room = NewRoom();
        var policy = new Forbidding();
        using var wary = new Party("wary", Ciphersuite.X25519Aes128Gcm, new SeededRandom(77), policy);
        room.Add(wary);
        (policy.Member, policy.Proposal, policy.Commit) = (member, proposal, commit);
        var message = new ForgedCommit { ByValue = [new Proposal.Remove(new(1))] }.Write(new Forger(room[0]));
        return [Refusal(wary, message)];
    }

    private static MlsError Refusal(Party reader, Opaque message) =>
        Assert.IsType<ProcessResult.Rejected>(reader.Process(message)).Error;

    private sealed class Forbidding : IGroupPolicy
    {
        internal bool Member { get; set; }

        internal bool Proposal { get; set; }

        internal bool Commit { get; set; }

        public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced) => Answer(Member);

        public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) => Answer(Proposal);

        public PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit) => Answer(Commit);

        private static PolicyRefusal? Answer(bool forbids) => forbids ? new PolicyRefusal("not with us") : null;
    }
}
