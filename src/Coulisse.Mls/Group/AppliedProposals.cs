using System.Collections.Immutable;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>The tree and the context's extensions after a commit's proposals: RFC 9420 §12.3.</summary>
internal sealed class AppliedProposals
{
    private readonly List<(LeafIndex Index, LeafNode Leaf)> changed = [];

    private AppliedProposals(EpochState epoch, ProposalSet set)
    {
        Set = set;
        Extensions = set.NewExtensions ?? epoch.Context.Extensions;
        var draft = new TreeDraft(epoch.Tree);
        foreach (var (index, leaf) in set.Updates)
        {
            draft.Update(index, leaf);
            changed.Add((index, leaf));
        }
        foreach (var removed in set.Removes)
            draft.Remove(removed);
        var added = set.Adds.Select(package => (draft.Add(package.LeafNode), package.LeafNode)).ToList();
        changed.AddRange(added);
        Added = [.. added.Select(one => one.Item1)];
        Tree = draft.ToTree();
    }

    internal ProposalSet Set { get; }

    internal TlsList<Extension> Extensions { get; }

    /// <summary>The tree, without the committer's path.</summary>
    internal RatchetTree Tree { get; }

    /// <summary>Where those added stand, in the order of their proposals.</summary>
    internal ImmutableArray<LeafIndex> Added { get; }

    internal static AppliedProposals Apply(EpochState epoch, ProposalSet set) => new(epoch, set);

    /// <summary>
    /// RFC 9420 §12.2, last rule: the tree is valid once everything is in it, <paramref name="withPath"/> included.
    /// </summary>
    internal void CheckResult(RatchetTree withPath, LeafIndex committer, GroupTerms terms)
    {
        TreeRules.CheckKeys(withPath);
        if (Set.NewExtensions is not null)
            terms.CheckAllSupport(withPath);
        foreach (var (_, leaf) in changed)
            LeafRules.CheckAmongAll(leaf, withPath);
        LeafRules.CheckAmongAll(withPath.LeafAt(committer)!, withPath);
    }

    /// <summary>The context of the next epoch, as far as it is known before the commit is signed.</summary>
    internal GroupContext Provisional(EpochState epoch, RatchetTree tree) => epoch.Context with
    {
        Epoch = NextOf(epoch),
        TreeHash = tree.Hash,
        Extensions = Extensions,
    };

    private static Framing.Epoch NextOf(EpochState epoch) => epoch.Context.Epoch.Value < ulong.MaxValue
        ? epoch.Context.Epoch.Next
        : throw new MlsRejection(MlsErrorCode.CommitEpochsExhausted, "8.1", "The group has no further epoch.");
}
