using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Members;

/// <summary>
/// Who takes a leaf's place by an order of its own party: the same desk with other keys, in the commit that takes the
/// old leaf out, and nobody else. What depends on the group alone is refused; what an order may still allow is waited
/// for, so that the order in which things are read decides nothing.
/// </summary>
internal sealed class Replacements(RoomId room, OrderBook orders, RoomRules rules, MemberRules members)
{
    private readonly HashSet<Opaque> givenUp = []; // orders whose package MLS refused, by their entries

    /// <summary>The orders of a member's own party about it, the latest first.</summary>
    internal IReadOnlyList<BroughtOrder> On(LeafNode leaf) =>
        orders.About(room, leaf.SignatureKey) is { Count: > 0 } all
            && members.Verified(leaf)?.Accreditation.By.Party is { } party
            ? [.. all.Where(one => one.Order.By.Party == party).OrderByDescending(one => one.Order.Number)] : [];

    /// <summary>Whether a key package may enter by value.</summary>
    internal MemberVerdict OnAdd(GroupView group, KeyPackage package)
    {
        var places = group.Members.Where(member => MayBecome(member.Leaf, package.LeafNode)).ToList();
        if (places.Count == 0)
            return MemberVerdict.Refused;
        var hash = BroughtOrder.HashOf(TlsCodec.Encode(package));
        return places.Any(member => IsOrdered(member.Leaf, hash)) ? MemberVerdict.Allowed : MemberVerdict.Missing;
    }

    /// <summary>Whether all who enter by value do so in a place that becomes free for them, and whether who else is
    /// taken out may be.</summary>
    internal MemberVerdict OnCommit(GroupView group, IReadOnlyList<ProposedChange> changes)
    {
        var byValue = changes.Where(change => change.Reference is null).Select(change => change.Proposal).ToList();
        var going = byValue.OfType<Proposal.Remove>().Select(remove => group.MemberAt(remove.Removed))
            .OfType<LeafNode>().ToList();
        foreach (var add in byValue.OfType<Proposal.Add>())
        {
            var hash = BroughtOrder.HashOf(TlsCodec.Encode(add.KeyPackage));
            if (going.Find(leaf => MayBecome(leaf, add.KeyPackage.LeafNode) && IsOrdered(leaf, hash)) is not { } place)
                return MemberVerdict.Refused;
            going.Remove(place);
        }
        return going.All(leaf => rules.MayRemove(On(leaf).Any(one => !one.IsReplacement) || members.IsPutOut(leaf)))
            ? MemberVerdict.Allowed : MemberVerdict.Missing;
    }

    /// <summary>By which order this machine takes a member out, and who enters; null if by none.</summary>
    /// <param name="group">The group.</param>
    /// <param name="leaf">The member.</param>
    /// <param name="isUsable">Whether a key package is neither too early nor too late by this machine's
    /// clock.</param>
    internal (BroughtOrder? Order, KeyPackage? Enters)? WayOut(GroupView group, LeafNode leaf,
        Func<KeyPackage, bool> isUsable)
    {
        foreach (var order in On(leaf))
        {
            if (!order.IsReplacement)
                return (order, null);
            if (order.Enters() is { } package && !givenUp.Contains(order.Order.Entry.Hash())
                && OnAdd(group, package) == MemberVerdict.Allowed && isUsable(package))
                return (order, package);
        }
        return rules.MayRemove(isOrdered: members.IsPutOut(leaf)) ? (null, null) : null;
    }

    /// <summary>MLS refuses this one: it is not tried again, or it would keep the keys from changing.</summary>
    internal void GiveUp(BroughtOrder order) => givenUp.Add(order.Order.Entry.Hash());

    private bool IsOrdered(LeafNode leaf, Opaque hash) => On(leaf).Any(one => one.Order.Content.KeyPackage == hash);

    // With a key of its own, or the same order would be about it once more.
    private bool MayBecome(LeafNode before, LeafNode after) => before.SignatureKey != after.SignatureKey
        && members.Verified(before)?.Accreditation is { } old && members.Verified(after)?.Accreditation is { } fresh
        && old.By.Party == fresh.By.Party
        && rules.MayReplace(old.Content.IsRenewalOf(fresh.Content));
}
