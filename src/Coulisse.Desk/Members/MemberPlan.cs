using Coulisse.Desk.Rooms;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Members;

/// <summary>
/// What a commit of the side that holds the turn does about members: only what both sides' people, or the removed one's
/// own party, have done already. A machine carries it out and decides nothing.
/// </summary>
/// <param name="Admits">The other side's proposals to commit, and the intents that they carry out.</param>
/// <param name="Leaves">The proposals of those who leave.</param>
/// <param name="Removes">Who else goes, by which order.</param>
/// <param name="Proposes">The own intents to propose right behind the commit.</param>
/// <param name="Failed">The intents that cannot be carried out: their key package is too early or too late by this
/// machine's clock, or no commit can add it.</param>
/// <param name="PassesAtOnce">Whether the other side is to have the turn, so that what both want can be done.</param>
/// <param name="IsUrgent">Whether it is to be done at once: what was tried before, or only waits for the other side, is
/// not, or a hostile one could keep both committing.</param>
internal sealed record MemberPlan(IReadOnlyList<(ProposalRef Proposal, IntentId Intent)> Admits,
    IReadOnlyList<(ProposalRef Proposal, LeafIndex Place)> Leaves,
    IReadOnlyList<(LeafIndex Place, Sealed<RoomOrder>? Order)> Removes, IReadOnlyList<RoomIntent> Proposes,
    IReadOnlyList<RoomIntent> Failed, bool PassesAtOnce, bool IsUrgent)
{
    /// <summary>Whether it is a cause to commit: rule 6.</summary>
    internal bool IsDue => Admits.Count > 0 || Leaves.Count > 0 || Removes.Count > 0 || PassesAtOnce;

    internal static MemberPlan Of(Room room, DeskIdentity identity, DateTimeOffset now)
    {
        var group = room.Group!;
        var (rules, own) = (room.Policy.Members, identity.Side);
        var live = group.WaitingProposals
            .Where(change => change is { Proposal: Proposal.Add, Reference: not null }
                && rules.OnCommit(group.View, change, own) == MemberVerdict.Allowed)
            .Select(change => (Change: change, Intent: rules.IntentOf(change)!))
            .Where(one => rules.MayCarryOut(one.Intent)).DistinctBy(one => one.Intent.Id).ToList();
        var leaves = group.WaitingProposals
            .Where(change => change is { Proposal: Proposal.Remove, Reference: not null }
                && change.Proposer != group.View.Own
                && rules.OnCommit(group.View, change, own) == MemberVerdict.Allowed)
            .Select(change => (change.Reference!.Value, Place: change.Proposer)).DistinctBy(one => one.Place).ToList();
        var removes = group.View.Members
            .Where(member => member.Index != group.View.Own && leaves.All(one => one.Place != member.Index)
                && rules.MayRemove(member.Leaf))
            .Select(member => (member.Index, rules.OrderOn(member.Leaf))).ToList();
        var ripe = room.Record.Members.Intents.Where(one => rules.MayCarryOut(one)
            && one.Author == identity.Id && one.Package.Length > 0).ToList();
        var awaited = room.Record.Members.Intents.Any(one => rules.MayCarryOut(one) && one.By != own
            && live.All(other => other.Intent.Id != one.Id));
        var (fit, unfit) = (live.Where(one => Fits(one.Change, one.Intent)).ToList(),
            live.Where(one => !Fits(one.Change, one.Intent)).Select(one => one.Intent));
        var (usable, late) = (ripe.Where(one => IsUsable(PackageOf(one), now)).ToList(),
            ripe.Where(one => !IsUsable(PackageOf(one), now)));
        return new([.. fit.Select(one => (one.Change.Reference!.Value, one.Intent.Id))], leaves, removes, usable,
            [.. unfit, .. late], usable.Count > 0 || awaited,
            fit.Count > 0 || leaves.Count > 0 || removes.Count > 0 || usable.Any(one => !one.IsTried)
                || (awaited && room.Record.SinceOwnCommit > 0));

        bool Fits(ProposedChange change, RoomIntent intent) =>
            !intent.IsTried && IsUsable(((Proposal.Add)change.Proposal).KeyPackage, now);
    }

    /// <summary>The same without letting anybody in.</summary>
    internal MemberPlan WithoutAdmits() => this with { Admits = [] };

    /// <summary>The key package that somebody gave.</summary>
    internal static KeyPackage PackageOf(RoomIntent intent) => TlsCodec.Decode<KeyPackage>(intent.Package.Span);

    // RFC 9420 §7.3, as it will be asked again when the proposal or the commit is made.
    private static bool IsUsable(KeyPackage package, DateTimeOffset now)
    {
        var seconds = (ulong)Math.Max(0, now.ToUnixTimeSeconds());
        return package.LeafNode.Source is LeafNodeSource.KeyPackage { Lifetime: var life }
            && seconds >= life.NotBefore && seconds <= life.NotAfter;
    }
}
