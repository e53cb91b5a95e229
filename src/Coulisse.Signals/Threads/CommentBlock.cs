namespace Coulisse.Signals.Threads;

/// <summary>A piece of a comment: a paragraph of its author's words, or a quotation. Plain text, never mark-up.</summary>
public abstract record CommentBlock(string Text)
{
    /// <summary>The author's own words; line feeds inside are line breaks.</summary>
    public sealed record Paragraph(string Text) : CommentBlock(Text);

    /// <summary>Words that stand at <paramref name="Place"/>; null only in an imported comment, whose source did not say.</summary>
    public sealed record Quotation(string Text, QuotedPlace? Place) : CommentBlock(Text);
}
