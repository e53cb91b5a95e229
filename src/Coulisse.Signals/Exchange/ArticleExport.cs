using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Languages;
using Coulisse.Signals.SavedArticles;
using Coulisse.Signals.Threads;
using NodaTime;
using ThreadReader = Coulisse.Signals.Threads.ThreadReader;

namespace Coulisse.Signals.Exchange;

/// <summary>An edition and its thread as a saved article: what an import read comes back with the same counts, scores, dates and nesting.</summary>
public sealed class ArticleExport(ThreadReader threads, InterfaceLanguages languages)
{
    /// <param name="item">Public or not: the publisher exports what is live.</param>
    /// <param name="edition">Which language's words.</param>
    /// <param name="zone">The zone of the dates, which the shape does not name.</param>
    public SavedArticle Write(Item item, Edition edition, DateTimeZone zone)
    {
        var thread = threads.Whole(item.Id);
        var byParent = thread.ToLookup(placed => placed.Comment.Parent);
        var words = languages.Find(edition.Language.Value) ?? languages.Default;
        return new(edition.Live!.Title, thread.Length, MarkdownArticle.From(edition.Live.Body), words["thread.sign-in-notice"],
            thread.Length, Below(byParent, null, zone, words), edition.Language.Value);
    }

    private static ImmutableArray<SavedComment> Below(ILookup<CommentId?, PlacedComment> byParent, CommentId? parent,
        DateTimeZone zone, InterfaceLanguage words) =>
        [.. byParent[parent].Select(placed => new SavedComment(
            placed.Comment.Number!.Value,
            placed.Comment.ImportedAuthor,
            (int)placed.Comment.Score,
            placed.Comment.WrittenAt is { } at ? new LocalMinute(at.InZone(zone).LocalDateTime) : null,
            Blocks(placed.Comment, words),
            Below(byParent, placed.Comment.Id, zone, words)))];

    /// <summary>A withdrawn or removed comment keeps its number and says why it is silent.</summary>
    private static ImmutableArray<SavedArticles.CommentBlock> Blocks(Comment comment, InterfaceLanguage words) => comment.State switch
    {
        CommentState.Shown => [.. comment.Text.Blocks.Select(Block)],
        CommentState.Withdrawn => [new SavedArticles.CommentBlock.Paragraph(words["thread.withdrawn"])],
        _ => [new SavedArticles.CommentBlock.Paragraph(words["thread.removed-short"])],
    };

    private static SavedArticles.CommentBlock Block(Threads.CommentBlock block) => block switch
    {
        Threads.CommentBlock.Quotation { Place: QuotedPlace.InComment } quotation =>
            new SavedArticles.CommentBlock.Quotation(quotation.Text, QuotedFrom.Parent),
        Threads.CommentBlock.Quotation { Place: QuotedPlace.InEdition } quotation =>
            new SavedArticles.CommentBlock.Quotation(quotation.Text, QuotedFrom.Body),
        Threads.CommentBlock.Quotation quotation => new SavedArticles.CommentBlock.Quotation(quotation.Text, QuotedFrom.Nowhere),
        _ => new SavedArticles.CommentBlock.Paragraph(block.Text),
    };
}
