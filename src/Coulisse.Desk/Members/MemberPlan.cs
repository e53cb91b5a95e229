using Coulisse.Desk.Rooms;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Desk.Members;

/// <summary>
/// What a commit of the side that holds the turn does about members and terms: only what both sides' people, or the
/// removed one's own party, have done already. A machine carries it out and decides nothing.
/// </summary>
/// <param name="CarriesOut">The other side's proposals to commit, and the intents that they carry out: admissions, or
/// one amendment alone.</param>
/// <param name="Leaves">The proposals of those who leave.</param>
/// <param name="Removes">Who else goes, by which order, and who takes their place.</param>
/// <param name="Proposes">The own intents to propose right behind the commit.</param>
/// <param name="Failed">The intents that cannot be carried out: their key package is too early or too late by this
/// machine's clock, or no commit can do it.</param>
/// <param name="PassesAtOnce">Whether the other side is to have the turn, so that what both want can be done.</param>
/// <param name="IsUrgent">Whether it is to be done at once: what was tried before, or only waits for the other side, is
/// not, or a hostile one could keep both committing.</param>
internal sealed record MemberPlan(IReadOnlyList<(ProposalRef Proposal, IntentId Intent)> CarriesOut,
    IReadOnlyList<(ProposalRef Proposal, LeafIndex Place)> Leaves,
    IReadOnlyList<(LeafIndex Place, BroughtOrder? Order, KeyPackage? Enters)> Removes,
    IReadOnlyList<RoomIntent> Proposes, IReadOnlyList<RoomIntent> Failed, bool PassesAtOnce, bool IsUrgent)
{
    /// <summary>Whether it is a cause to commit: rule 6.</summary>
    internal bool IsDue => CarriesOut.Count > 0 || Leaves.Count > 0 || Removes.Count > 0 || PassesAtOnce;

    internal static MemberPlan Of(Room room, DeskIdentity identity, DateTimeOffset now)
    {
        var group = room.Group!;
        var (rules, own) = (room.Policy.Members, identity.Side);
        var leaves = group.WaitingProposals
            .Where(change => change is { Proposal: Proposal.Remove, Reference: not null }
                && change.Proposer != group.View.Own
                && rules.OnCommit(group.View, change, own) == MemberVerdict.Allowed)
            .Select(change => (change.Reference!.Value, Place: change.Proposer)).DistinctBy(one => one.Place).ToList();
        var removes = group.View.Members
            .Where(member => member.Index != group.View.Own && leaves.All(one => one.Place != member.Index))
            .Select(member => (member.Index, Way: rules.Replacements.WayOut(group.View, member.Leaf,
                package => IsUsable(new Proposal.Add(package), now))))
            .Where(one => one.Way is not null)
            .Select(one => (one.Index, one.Way!.Value.Order, one.Way.Value.Enters)).ToList();
        var live = group.WaitingProposals
            .Where(change => change is { Proposal: Proposal.Add or Proposal.GroupContextExtensions }
                && rules.OnCommit(group.View, change, own) == MemberVerdict.Allowed
                && rules.IntentOf(change) is not null)
            .Select(change => (Change: change, Intent: rules.IntentOf(change)!))
            .Where(one => rules.MayCarryOut(one.Intent)).DistinctBy(one => one.Intent.Id)
            // At home its author may carry it out too, once it has proposed it.
            .ToLookup(one => (!one.Intent.IsTried || one.Change.Proposer == group.View.Own)
                && IsUsable(one.Change.Proposal, now));
        var done = Choose([.. live[true]], leaves.Count + removes.Count > 0);
        // What is carried out overtakes all others.
        var others = done.Count > 0 ? [] : room.Record.Members.Intents.Where(rules.MayCarryOut).ToList();
        var ripe = others.Where(one => one.Author == identity.Id
            && (one.Whom is null || one.Package.Length > 0) && one.What.PutsOut is null)
            .ToLookup(one => IsUsable(ProposalOf(one, group.View), now));
        var awaited = others.Any(one => one.By != own && live[false].All(other => other.Intent.Id != one.Id));
        return new([.. done.Select(one => (one.Change.Reference!.Value, one.Intent.Id))], leaves, removes,
            [.. ripe[true]], [.. live[false].Select(one => one.Intent), .. ripe[false]],
            ripe[true].Any() || awaited, done.Count > 0 || leaves.Count > 0 || removes.Count > 0
                || ripe[true].Any(one => !one.IsTried) || (awaited && room.Record.SinceOwnCommit > 0));
    }

    // Terms change in a commit of their own (rule 3): whoever goes, goes first; then what is first in the transcript.
    private static List<(ProposedChange Change, RoomIntent Intent)> Choose(
        List<(ProposedChange Change, RoomIntent Intent)> live, bool somebodyGoes)
    {
        var first = live.OrderBy(one => one.Intent.Order).Take(somebodyGoes ? 0 : 1)
            .Where(one => one.Intent.Whom is null).ToList();
        return first.Count > 0 ? first : [.. live.Where(one => one.Intent.Whom is not null)];
    }

    /// <summary>The same, and if MLS refuses it, less of it: a fault of some keeps nobody's keys from
    /// changing.</summary>
    internal IEnumerable<MemberPlan> AndLess()
    {
        var (withoutIntents, remaining) = (this with { CarriesOut = [] }, Removes.Where(one => one.Enters is null));
        yield return this;
        if (CarriesOut.Count > 0)
            yield return withoutIntents;
        if (Removes.All(one => one.Enters is null))
            yield break;
        yield return this with { Removes = [.. remaining] };
        if (CarriesOut.Count > 0)
            yield return withoutIntents with { Removes = [.. remaining] };
    }

    /// <summary>What carries out an intent in MLS: by the key package that somebody gave, or by the terms.</summary>
    internal static Proposal ProposalOf(RoomIntent intent, GroupView group) => intent.What.Charter is { } charter
        ? new Proposal.GroupContextExtensions(charter.In(group.Extensions))
        : new Proposal.Add(TlsCodec.Decode<KeyPackage>(intent.Package.Span));

    // RFC 9420 §7.3, as it will be asked again when the proposal or the commit is made.
    private static bool IsUsable(Proposal proposal, DateTimeOffset now)
    {
        if (proposal is not Proposal.Add { KeyPackage: var package })
            return true;
        var seconds = (ulong)Math.Max(0, now.ToUnixTimeSeconds());
        return package.LeafNode.Source is LeafNodeSource.KeyPackage { Lifetime: var life }
            && seconds >= life.NotBefore && seconds <= life.NotAfter;
    }
}
