namespace Coulisse.Signals.SavedArticles;

/// <summary>One block of a comment. Text keeps the file's line breaks as '\n'.</summary>
public abstract record CommentBlock
{
    private CommentBlock() { }

    public sealed record Paragraph(string Text) : CommentBlock;

    /// <summary>Words the writer repeats before answering them, and where they stand.</summary>
    public sealed record Quotation(string Words, QuotedFrom From) : CommentBlock;
}
