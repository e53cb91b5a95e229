using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// The rules of rooms on top of RFC 9420, asked before any key is derived: the same answer on every desk, whatever its
/// clock says and whatever else has reached it.
/// </summary>
internal sealed class RoomPolicy(DeskIdentity identity, RoomId room, OrderBook orders, RoomRules rules) : IGroupPolicy
{
    internal RoomRules Rules => rules;

    /// <summary>The side that may commit in the present epoch.</summary>
    internal Side Turn { get; set; }

    /// <summary>The tag of the present epoch.</summary>
    internal Opaque Tag { get; set; }

    /// <summary>Who may be added and removed.</summary>
    internal MemberRules Members { get; } = new(identity, room, orders, rules);

    /// <summary>Whether the last refusal was for want of an act that may still come.</summary>
    internal bool Waits { get; set; }

    public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced)
    {
        if (Verified(leaf) is not { } accredited)
            return new("A leaf is not delegated by a desk of either party for this room.");
        if (replaced is null)
            return null;
        if (Verified(replaced) is not { } before || !before.MayBecome(accredited))
            return new("A leaf takes the place of one of another desk, office or mandate.");
        return leaf.SignatureKey == replaced.SignatureKey ? null
            : new("A leaf changes the key by which its party would order it out.");
    }

    public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) =>
        Refuse(Members.OnProposal(group, change));

    public PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit)
    {
        // Rule 1: a commit is valid only from the side that holds the turn.
        if (RoomBinding.From(commit.AuthenticatedData) is not RoomBinding.OfCommit binding)
            return new("A commit does not say whose it is.");
        if (SideOf(group, commit.Committer) is not { } side || side != binding.Side)
            return new("A commit names another side than its author's.");
        if (!rules.MayCommit(Turn, side))
            return new("A commit comes from the side that does not hold the turn.");
        if (binding.Tag != Tag)
            return new("A commit was made in another history of this epoch.");
        if (commit.Changes.Count > 1 && commit.Changes.Any(one => one.Proposal is Proposal.GroupContextExtensions))
            return new("Terms change in a commit of their own.");
        // Rule 4: the first commit of the side that was asked is its consent, by somebody whom the terms let.
        if (group.Epoch.Value == 1 && !identity.IsHome && !MayConsent(group, commit.Committer))
            return new("The terms do not let who consents to the room bind their party.");
        var isOpening = group is { Epoch.Value: 0, MemberCount: 1 };
        return commit.Changes.Select(change => Refuse(Members.OnCommit(group, change, side)))
            .FirstOrDefault(refusal => refusal is not null)
            ?? (isOpening ? null : Refuse(Members.Replacements.OnCommit(group, commit.Changes)));
    }

    private bool MayConsent(GroupView group, LeafIndex member) => Members.DeskAt(group, member) is { } desk
        && rules.MayBind((RoomCharter.In(group)?.Terms.InForce ?? TermsInForce.None)
            .LetsConsent(TalkMandates.Of(desk)));

    /// <summary>The side of a member; null if its leaf is nobody's.</summary>
    internal Side? SideOf(GroupView group, LeafIndex member) =>
        Members.DeskAt(group, member) is { } desk ? identity.Parties.SideOf(desk.By.Party) : null;

    /// <summary>Whose leaf it is, if the whole chain from a recognised seal to it holds.</summary>
    internal AccreditedLeaf? Verified(LeafNode leaf) => Members.Verified(leaf);

    private PolicyRefusal? Refuse(MemberVerdict verdict)
    {
        Waits |= verdict == MemberVerdict.Missing;
        return verdict switch
        {
            MemberVerdict.Allowed => null,
            MemberVerdict.Missing => new("A change needs an act that is not known here yet."),
            _ => new("Members and charter change by both sides' acts alone."),
        };
    }
}
