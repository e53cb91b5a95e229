using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Lists of proposals that no commit may have: RFC 9420 §12.2.</summary>
internal static class BrokenProposals
{
    internal static readonly IReadOnlyList<BrokenRule> All =
    [
        new("the committer's own update, inside the commit", "12.2", MlsErrorCode.ProposalOwnUpdate, room =>
            Commit(room, wire: new Proposal.Update(BrokenLeaves.UpdateOf(room[0])))),
        new("the committer's own update, by reference", "12.2", MlsErrorCode.ProposalOwnUpdate, room =>
        {
            var made = room[0].ProposeUpdate();
            room.Spread(0, made.Message);
            return new ForgedCommit { ByReference = [made.Reference!.Value] }.Write(new Forger(room[0]));
        }),
        new("the committer removes themselves", "12.2", MlsErrorCode.ProposalRemovesCommitter, room =>
            Commit(room, wire: new Proposal.Remove(new(0)))),
        new("the committer removes themselves, by reference", "12.2", MlsErrorCode.ProposalRemovesCommitter, room =>
            new ForgedCommit { OnTheWireOnly = [new ProposalOrRef.ByReference(OwnRemoval(room))] }
                .Write(new Forger(room[0])))
        {
            Whole = room => new ForgedCommit { ByReference = [OwnRemoval(room)] }.Write(new Forger(room[3])),
        },
        new("a remove of a place outside the tree", "12.1.3", MlsErrorCode.ProposalRemovesNobody, room =>
            Commit(room, wire: new Proposal.Remove(new(9)))),
        new("a remove of a place that twice is none", "12.1.3", MlsErrorCode.ProposalRemovesNobody, room =>
            Commit(room, wire: new Proposal.Remove(new(0x8000_0002))))
        {
            Whole = room => Commit(room, applied: [new Proposal.Remove(new(2))]),
        },
        new("a remove of a blank place", "12.1.3", MlsErrorCode.ProposalRemovesNobody, room =>
        {
            room.Propose(0, new Proposal.Remove(new(2)));
            room.Parties.RemoveAt(2);
            room.Commit(0);
            return Commit(room, wire: new Proposal.Remove(new(2)));
        }),
        new("two removes of one member", "12.2", MlsErrorCode.ProposalSameLeafTwice, room =>
            Commit(room, applied: [new Proposal.Remove(new(2))], wire: new Proposal.Remove(new(2)))),
        new("two updates of one member", "12.2", MlsErrorCode.ProposalSameLeafTwice, room =>
            TwoUpdates(room, both: true))
        {
            Whole = room => TwoUpdates(room, both: false),
        },
        new("an update and a remove of one member", "12.2", MlsErrorCode.ProposalSameLeafTwice, room =>
        {
            var made = room[2].ProposeUpdate();
            room.Spread(2, made.Message);
            return new ForgedCommit
            {
                ByReference = [made.Reference!.Value],
                ByValue = [new Proposal.Remove(new(2))],
            }.Write(new Forger(room[0]));
        }),
        new("two adds of one client", "12.2", MlsErrorCode.ProposalAddTwice, room =>
        {
            var one = room.Stranger("one");
            return Commit(room, applied: [Add(one)], wire: Add(one));
        }),
        new("two adds with one signature key under two names", "12.2", MlsErrorCode.ProposalAddTwice, room =>
            TwoNames(room, (one, _) => one)) { Whole = room => TwoNames(room, (_, other) => other) },
        new("an add of a member", "12.2", MlsErrorCode.ProposalAddOfMember, room => Commit(room, wire: Add(room[2])))
        {
            Whole = room => Commit(room, applied: [new Proposal.Remove(new(2)), Add(room[2])]),
        },
        new("one pre-shared key twice", "12.2", MlsErrorCode.ProposalPskTwice, room =>
            Commit(room, applied: [Psk(32), Psk(32)])),
        new("a pre-shared key's nonce too short", "12.1.4", MlsErrorCode.ProposalPskNonce, room =>
            Commit(room, applied: [Psk(31)])),
        new("a resumption key for a branch", "12.1.4", MlsErrorCode.ProposalPskUsage, room =>
            Commit(room, applied: [Resumption(room, ResumptionPskUsage.Branch)])),
        new("a resumption key for a new group", "12.1.4", MlsErrorCode.ProposalPskUsage, room =>
            Commit(room, applied: [Resumption(room, ResumptionPskUsage.ReInit)])),
        new("a resumption key, which rooms do not keep", "8.6", MlsErrorCode.ProposalResumptionUnsupported, room =>
            Commit(room, applied: [Resumption(room, ResumptionPskUsage.Application)])),
        new("a pre-shared key that nobody has", "12.4.2", MlsErrorCode.ProposalPskUnknown, room =>
            Commit(room, applied: [Psk(32)])),
        new("two changes of the context", "12.2", MlsErrorCode.ProposalContextExtensionsTwice, room =>
            Commit(room, applied: [Context()], wire: Context())),
        new("a ReInit, which this client does not do", "12.1.5", MlsErrorCode.ProposalReInitUnsupported, room =>
            Commit(room, applied: [ReInit(room)])),
        new("a ReInit beside another proposal", "12.2", MlsErrorCode.ProposalReInitUnsupported, room =>
            Commit(room, applied: [ReInit(room), Context()])) { Whole = room => Commit(room, applied: [Context()]) },
        new("an ExternalInit in a member's commit", "12.2", MlsErrorCode.ProposalExternalInit, room =>
            Commit(room, applied: [new Proposal.ExternalInit(Opaque.Zeros(32))])),
        new("a reference to a proposal that nobody sent", "12.4", MlsErrorCode.ProposalUnknownReference, room =>
            new ForgedCommit { OnTheWireOnly = [new ProposalOrRef.ByReference(new(Opaque.Zeros(32)))] }
                .Write(new Forger(room[0]))),
        new("one reference twice", "12.4", MlsErrorCode.ProposalReferenceTwice, room =>
        {
            var made = room[2].ProposeUpdate();
            room.Spread(2, made.Message);
            return new ForgedCommit
            {
                ByReference = [made.Reference!.Value],
                OnTheWireOnly = [new ProposalOrRef.ByReference(made.Reference!.Value)],
            }.Write(new Forger(room[0]));
        }),
        new("the context requires what a member lacks", "12.1.7", MlsErrorCode.ProposalRequiredCapabilities, room =>
            Commit(room, applied: [Context(new Extension(ExtensionType.RequiredCapabilities,
                new RequiredCapabilities([], [new(0xf777)], []).Encode()))], keepLeaf: true)),
        new("an extension of one type twice", "13.4", MlsErrorCode.ExtensionTwice, room =>
            Commit(room, applied: [Context(Charter, Charter)])),
        new("no path with a remove", "12.4", MlsErrorCode.PathMissing, room =>
            new ForgedCommit { ByValue = [new Proposal.Remove(new(2))], Path = null }.Write(new Forger(room[0]))),
        new("no path with a changed context", "12.4", MlsErrorCode.PathMissing, room =>
            new ForgedCommit { ByValue = [Context()], Path = null }.Write(new Forger(room[0]))),
        new("neither proposals nor a path", "12.4", MlsErrorCode.PathMissing, room =>
            new ForgedCommit { Path = null }.Write(new Forger(room[0]))),
        new("a kind of proposal that nobody knows", "12.2", MlsErrorCode.EncodingUnknownValue, room =>
        {
            var forger = new Forger(room[0]);
            var frame = forger.Content(new FramedBody.Proposed(new Proposal.Remove(new(2))));
            return forger.EncryptRaw(frame, [0xf7, 0x77, 0, 0, 0, 2, .. new byte[66]]);
        }),
        new("a confirmation tag of another epoch", "12.4.2", MlsErrorCode.CommitConfirmationTag, room =>
            new ForgedCommit { Tag = tag => Forger.Flipped(tag) }.Write(new Forger(room[0]))),
    ];

    internal static Extension Charter => new(new(0xf100), Opaque.CopyOf([1]));

    internal static Proposal Add(Party party) => new Proposal.Add(party.Package().Package);

    private static Opaque TwoNames(Room room, Func<Party, Party, Party> second)
    {
        var (one, other) = (room.Stranger("one"), room.Stranger("other"));
        using var bundle = KeyPackageBundle.Create(
            one.Client, one.Suite, other.Credential, second(one, other).Signer, Party.Life);
        return Commit(room, applied: [Add(one), new Proposal.Add(bundle.Package)]);
    }

    // The first member proposes it, as anyone may; another one may commit it.
    private static ProposalRef OwnRemoval(Room room)
    {
        var made = room[0].Propose(new Proposal.Remove(new(0)));
        room.Spread(0, made.Message);
        return made.Reference!.Value;
    }

    // Both wait with everyone; the commit names both, or the later one.
    private static Opaque TwoUpdates(Room room, bool both)
    {
        var (first, second) = (room[2].ProposeUpdate(), room[2].ProposeUpdate());
        room.Spread(2, first.Message);
        room.Spread(2, second.Message);
        ProposalRef[] named = [first.Reference!.Value, second.Reference!.Value];
        return new ForgedCommit { ByReference = both ? named : named[1..] }.Write(new Forger(room[0]));
    }

    private static Proposal.GroupContextExtensions Context(params Extension[] extensions) =>
        new(TlsList.From(extensions));

    private static Proposal.Psk Psk(int nonceBytes) =>
        new(new PreSharedKeyId.External(Opaque.CopyOf([9]), Opaque.Zeros(nonceBytes)));

    private static Proposal.Psk Resumption(Room room, ResumptionPskUsage usage) => new(
        new PreSharedKeyId.Resumption(usage, room[0].Group.View.GroupId, room[0].Group.View.Epoch, Opaque.Zeros(32)));

    private static Proposal.ReInit ReInit(Room room) =>
        new(room[0].Group.View.GroupId, ProtocolVersion.Mls10, new(1), []);

    private static Opaque Commit(Room room, Proposal[]? applied = null, Proposal? wire = null, bool keepLeaf = false) =>
        new ForgedCommit
        {
            ByValue = applied ?? [],
            OnTheWireOnly = wire is null ? [] : [new ProposalOrRef.ByValue(wire)],
            Path = keepLeaf
                ? new ForgedPath { Leaf = BrokenLeaves.Supporting(proposal: 0xf777) }
                : new ForgedPath(),
        }.Write(new Forger(room[0]));
}
