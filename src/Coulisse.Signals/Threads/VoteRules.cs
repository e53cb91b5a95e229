using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Threads;

/// <summary>Who may vote on what: one changeable vote a person, none on one's own, none on what is not shown.</summary>
public static class VoteRules
{
    public static VoteAnswer Check(CommentState state, AccountId? author, AccountId voter, Vote before, Vote after)
    {
        if (author == voter)
            return VoteAnswer.OwnComment;
        if (state != CommentState.Shown)
            return VoteAnswer.NotShown;
        return before == after ? VoteAnswer.Unchanged : VoteAnswer.Counted;
    }
}
