using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Bench;

/// <summary>Allows everything: what is measured is the library, not what an application asks of it.</summary>
internal sealed class OpenPolicy : IGroupPolicy
{
    public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced) => null;

    public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) => null;

    public PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit) => null;
}
