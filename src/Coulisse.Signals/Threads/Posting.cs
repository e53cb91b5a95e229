using Coulisse.Signals.Moderation;

namespace Coulisse.Signals.Threads;

/// <summary>What became of a comment or an edit that was sent.</summary>
public abstract record Posting
{
    private Posting() { }

    /// <param name="Comment">Its id.</param>
    /// <param name="HeldFor">Why the words wait for review; none when they are on the page.</param>
    public sealed record Saved(CommentId Comment, HoldReasons HeldFor) : Posting;

    public sealed record Refused(CommentRefusal Reason) : Posting;
}
