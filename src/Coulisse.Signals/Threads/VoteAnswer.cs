namespace Coulisse.Signals.Threads;

/// <summary>What became of a vote.</summary>
public enum VoteAnswer
{
    Counted = 1,
    Unchanged,
    OwnComment,
    NotShown,
    NoSuchComment,
}
