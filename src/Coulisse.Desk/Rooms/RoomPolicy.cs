using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// The rules of rooms on top of RFC 9420, asked before any key is derived: the same answer on every desk, whatever its
/// clock says and whatever else has reached it.
/// </summary>
internal sealed class RoomPolicy(DeskIdentity identity, RoomId room, RoomRules rules) : IGroupPolicy
{
    internal RoomRules Rules => rules;

    /// <summary>The side that may commit in the present epoch.</summary>
    internal Side Turn { get; set; }

    /// <summary>The tag of the present epoch.</summary>
    internal Opaque Tag { get; set; }

    public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced)
    {
        if (Verified(leaf) is not { } accredited)
            return new("A leaf is not delegated by a desk of either party for this room.");
        if (replaced is null)
            return null;
        return Verified(replaced) is { } before && before.MayBecome(accredited) ? null
            : new("A leaf takes the place of one of another desk, office or mandate.");
    }

    // Nobody is added, removed or given another charter yet but by the opening commit.
    public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) => IsAllowed(group, change) ? null
        : new("Members and charter change by both sides' acts alone.");

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
        return commit.Changes.Any(change => !IsAllowed(group, change))
            ? new("A commit changes members or charter without both sides' acts.")
            : null;
    }

    /// <summary>The side of a member; null if its leaf is nobody's.</summary>
    internal Side? SideOf(GroupView group, LeafIndex member) =>
        group.MemberAt(member) is { } leaf && Verified(leaf) is { } accredited
            ? identity.Parties.SideOf(accredited.Accreditation.By.Party)
            : null;

    /// <summary>Whose leaf it is, if the whole chain from a recognised seal to it holds.</summary>
    internal AccreditedLeaf? Verified(LeafNode leaf) =>
        leaf.Credential is Credential.Basic credential && SignaturePublicKey.From(leaf.SignatureKey) is { } key
            && AccreditedLeaf.VerifyForProcessing(credential.Identity.Span, room, key, identity.Seals)
                is LeafVerification.Accredited accredited
            ? accredited.Leaf
            : null;

    // Rule 4: by value only in the opening commit, which its creator makes alone.
    private static bool IsAllowed(GroupView group, ProposedChange change) => change.Proposal switch
    {
        Proposal.Update => true,
        Proposal.Add => group is { Epoch.Value: 0, MemberCount: 1 } && change.Reference is null,
        _ => false,
    };
}
