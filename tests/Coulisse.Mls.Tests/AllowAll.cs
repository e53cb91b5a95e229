using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests;

/// <summary>A policy without rules of its own.</summary>
public sealed class AllowAll : IGroupPolicy
{
    public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced) => null;

    public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) => null;

    public PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit) => null;
}
