using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>
/// The application's own rules on top of RFC 9420 (its §5.3.1 and the last part of §12.2), asked before any key is
/// derived. Answers may depend only on what all members see: members that answer differently part for ever.
/// </summary>
public interface IGroupPolicy
{
    /// <summary>
    /// Whether a leaf is whom its credential says, and if it replaces one, whether it may. Null: yes.
    /// </summary>
    PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced);

    /// <summary>Whether a proposal is kept at all, for somebody to commit. Null: yes.</summary>
    PolicyRefusal? CheckProposal(GroupView group, ProposedChange change);

    /// <summary>Whether a whole commit is taken. Null: yes.</summary>
    PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit);
}
