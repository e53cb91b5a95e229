namespace Coulisse.Signals.Threads;

/// <summary>One person's vote on one comment.</summary>
public enum Vote
{
    Against = -1,
    None = 0,
    For = 1,
}
