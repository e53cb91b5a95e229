namespace Coulisse.Signals.Threads;

/// <summary>What became of a typed comment: a text, or a refusal its writer should hear.</summary>
public abstract record ParsedComment
{
    private ParsedComment() { }

    public sealed record Accepted(CommentText Text) : ParsedComment;

    /// <param name="Reason">Why.</param>
    /// <param name="Words">The quoted words that were not found, shortened; otherwise null.</param>
    public sealed record Refused(CommentRefusal Reason, string? Words = null) : ParsedComment;
}
