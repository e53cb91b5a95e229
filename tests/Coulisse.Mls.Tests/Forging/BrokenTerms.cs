using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>
/// What a group's context asks for, and one who comes or stays has not: RFC 9420 §7.3, §11.1, §13.4; and keys of other
/// groups and epochs, which no member has: §8.4.
/// </summary>
internal static class BrokenTerms
{
    private static readonly ExtensionType Asked = new(0xf100);
    private static readonly ProposalType Vote = new(0xf200);
    private static readonly CredentialType Pass = new(0xf300);

    private static readonly Capabilities Able = new([ProtocolVersion.Mls10],
        [new(Ciphersuite.X25519Aes128Gcm.Code)], [Asked], [Vote], [CredentialType.Basic, Pass]);

    internal static readonly IReadOnlyList<BrokenStep> All =
    [
        .. Lacking("an extension that the group requires", MlsErrorCode.LeafRequiredCapabilities,
            Requiring(new([Asked], [], [])), WithoutAsked),
        .. Lacking("a kind of proposal that the group requires", MlsErrorCode.LeafRequiredCapabilities,
            Requiring(new([], [Vote], [])), able => able with { Proposals = [] }),
        .. Lacking("a kind of credential that the group requires", MlsErrorCode.LeafRequiredCapabilities,
            Requiring(new([], [], [Pass])), able => able with { Credentials = [CredentialType.Basic] }),
        .. Lacking("an extension of the context", MlsErrorCode.LeafContextExtensionUnsupported,
            BrokenProposals.Charter, WithoutAsked),
        new("a resumption key of another group", "8.4", MlsErrorCode.ProposalPskUnknown, () =>
            Resuming((group, epoch) => (new(Opaque.CopyOf([1])), epoch))),
        new("a resumption key of an epoch to come", "8.4", MlsErrorCode.ProposalPskUnknown, () =>
            Resuming((group, epoch) => (group, epoch.Next))),
        new("a resumption key of an epoch before the reader's first", "8.4", MlsErrorCode.ProposalPskUnknown, () =>
            Resuming((group, epoch) => (group, new(0)))),
    ];

    private static Capabilities WithoutAsked(Capabilities able) =>
        able with { Extensions = TlsList.From(able.Extensions.Where(one => one != Asked)) };

    private static Extension Requiring(RequiredCapabilities required) =>
        new(ExtensionType.RequiredCapabilities, required.Encode());

    private static IEnumerable<BrokenStep> Lacking(
        string what, MlsErrorCode code, Extension context, Func<Capabilities, Capabilities> without)
    {
        yield return new($"an add of one who lacks {what}", "7.3", code, () => Play(context, (room, change) =>
            new ForgedCommit { ByValue = [BrokenAmongMembers.Add(room.Stranger("joiner"), change)] }
                .Write(new Forger(room[0])), without));
        yield return new($"an update of one who lacks {what} from now on", "7.3", code, () => Play(context,
            (room, change) => BrokenAmongMembers.Update(room, change, room[2]), without));
        yield return new($"a path of one who lacks {what} from now on", "7.3", code, () => Play(context,
            (room, change) => new ForgedCommit { Path = new ForgedPath { Leaf = change } }.Write(new Forger(room[0])),
            without));
        // RFC 9420 §12.3: what one commit asks for holds for those whom it adds.
        yield return new($"an add of one who lacks {what}, in the commit that asks for it", "7.3", code, () =>
            Play(null, (room, change) => new ForgedCommit
            {
                ByValue = [BrokenAmongMembers.Add(room.Stranger("joiner"), change),
                    new Proposal.GroupContextExtensions([context])],
            }.Write(new Forger(room[0])), without));
    }

    private static MlsError[] Play(Extension? context, Func<Room, Func<LeafNode, LeafNode>, Opaque> write,
        Func<Capabilities, Capabilities> without)
    {
        using (var room = RoomUnder(context))
            room[1].AssertTakes(write(room, leaf => leaf));
        using var other = RoomUnder(context);
        var broken = write(other, leaf => leaf with { Capabilities = without(leaf.Capabilities) });
        return [other[1].Refusal(broken)];
    }

    private static Room RoomUnder(Extension? context)
    {
        var room = new Room(4, Ciphersuite.X25519Aes128Gcm, capabilities: Able);
        if (context is null)
            return room;
        room.Propose(0, new Proposal.GroupContextExtensions([context]));
        room.Commit(0);
        return room;
    }

    private static MlsError[] Resuming(Func<GroupId, Epoch, (GroupId Group, Epoch Epoch)> named)
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        foreach (var party in room.Parties)
            party.Group = MlsGroup.Load(Keeping(party.Client), party.Signer, Patched.Saved(party.Group));
        room.Commit(0);
        var (group, epoch) = (room[0].Group.View.GroupId, room[0].Group.View.Epoch);
        var (otherGroup, otherEpoch) = named(group, epoch);
        var broken = new ForgedCommit { ByValue = [Resumption(otherGroup, otherEpoch)] }.Write(new Forger(room[0]));
        var refused = room[1].Refusal(broken);
        var whole = new CommitOptions { Now = Party.Now, ByValue = [Resumption(group, epoch)] };
        room[1].AssertTakes(room[0].Commit(whole).Message);
        return [refused];
    }

    private static Proposal.Psk Resumption(GroupId group, Epoch epoch) => new(
        new PreSharedKeyId.Resumption(ResumptionPskUsage.Application, group, epoch, Opaque.Zeros(32)));

    private static MlsClient Keeping(MlsClient client) => new()
    {
        Suites = client.Suites,
        Capabilities = client.Capabilities,
        Policy = client.Policy,
        Random = client.Random,
        KeepsResumptionKeys = true,
    };
}
