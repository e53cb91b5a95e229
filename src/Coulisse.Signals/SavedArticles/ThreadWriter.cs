using System.Diagnostics;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Writes a canonical thread: a header at 2 + 2·depth columns, its date and words two columns further
/// in.</summary>
internal sealed class ThreadWriter(GuardedText text, SavedArticle article)
{
    private const int StepColumns = 2;

    private readonly QuotationFinder _finder = new(FoldedText.Of(CanonicalForm.TextOf(article.Body)));

    internal void Write()
    {
        foreach (var comment in article.Thread) Write(comment, indent: StepColumns, FoldedText.Nothing);
    }

    private void Write(SavedComment comment, int indent, FoldedText parent)
    {
        var author = comment.Author is { } name ? " " + name : "";
        text.AddMark(FormattableString.Invariant($"{comment.Number}. {comment.Score:+0;-0;0}{author}"), indent);
        var date = comment.WrittenAt is { } at ? Languages.DateText(at, article.Language) : DateLine.UnknownMark;
        text.AddMark(date, indent + StepColumns);
        for (var i = 0; i < comment.Blocks.Length; i++)
        {
            if (i > 0) text.Blank();
            WriteBlock(comment.Blocks[i], indent + StepColumns, parent, isLast: i == comment.Blocks.Length - 1);
        }
        if (comment.Replies.IsEmpty) return;
        var folded = FoldedText.Of(ThreadTree.AllText(comment));
        foreach (var reply in comment.Replies) Write(reply, indent + StepColumns, folded);
    }

    private void WriteBlock(CommentBlock block, int indent, FoldedText parent, bool isLast)
    {
        switch (block)
        {
            case CommentBlock.Quotation quotation:
                text.AddQuoted([quotation.Words], indent);
                break;
            // Words of somebody else that their writer did not mark: reading must not turn them into a quotation.
            case CommentBlock.Paragraph paragraph when !isLast && QuotationFinder.MayQuote(paragraph.Text)
                && _finder.Find(paragraph.Text, parent) is not QuotedFrom.Nowhere:
                text.AddGuarded(paragraph.Text, indent);
                break;
            case CommentBlock.Paragraph paragraph:
                text.Add(GuardedText.Place.Comment, paragraph.Text, indent);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
