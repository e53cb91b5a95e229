namespace Coulisse.Signals.Threads.Screens;

/// <summary>What a form for a comment shows: at first, or again after a refusal.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Language">The language chosen for it.</param>
/// <param name="Answering">The comment it answers; null on the first level.</param>
/// <param name="Quoting">The place named; null without.</param>
/// <param name="Error">What is wrong, in the reader's language; null when nothing is.</param>
public sealed record CommentForm(string Text, string Language, CommentId? Answering, QuotedPlace? Quoting, string? Error)
{
    public static CommentForm New(string language) => new("", language, null, null, null);
}
