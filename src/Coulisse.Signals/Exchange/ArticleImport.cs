using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.SavedArticles;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Text;
using Coulisse.Signals.Threads;
using NodaTime;

namespace Coulisse.Signals.Exchange;

/// <summary>Puts a saved article into the page: item, edition and thread in one transaction, public at once.</summary>
public sealed class ArticleImport(Database database, ItemWriter items, Changes changes)
{
    /// <summary>The language of a text that neither the file nor the person names (BCP 47 "undetermined").</summary>
    private const string Undetermined = "und";

    public async Task<ImportedArticle> ImportAsync(SavedArticle article, ImportSettings settings, Instant now, CancellationToken cancel)
    {
        var language = settings.Language ?? LanguageTag.Known(article.Language ?? Undetermined);
        var isOriginal = settings.Standing == EditionStanding.Authentic;
        var body = ArticleMarkdown.From(article.Body);
        var item = new NewItem(ItemKind.Report, isOriginal ? language : null,
            new(language, settings.Standing, article.Title, body, Engine: settings.Engine),
            ImportedFrom: settings.From, OriginalAddress: settings.OriginalAddress);
        var comments = Comments(article.Thread, new(language, settings.Zone, Body.Blocks(body, [])));
        var (id, count) = await database.WriteAsync(connection =>
        {
            var created = items.Create(connection, item, by: null, now);
            var inserted = ThreadImport.Into(connection, created, comments);
            ItemWriter.Publish(connection, created, now);
            return (created, inserted);
        }, cancel);
        changes.Announce(id);
        return new(id, language, count);
    }

    private sealed record Place(LanguageTag Language, DateTimeZone Zone, ImmutableArray<BodyBlock> Body);

    private static ImmutableArray<ImportedComment> Comments(IEnumerable<SavedComment> comments, Place place) =>
        [.. comments.Select(comment => new ImportedComment(
            comment.Author, comment.Score,
            comment.WrittenAt is { } minute ? minute.Value.InZoneLeniently(place.Zone).ToInstant() : null,
            place.Language.Value,
            CommentText.Imported(comment.Blocks.Select(block => Block(block, place))),
            Comments(comment.Replies, place)))];

    private static Threads.CommentBlock Block(SavedArticles.CommentBlock block, Place place) => block switch
    {
        SavedArticles.CommentBlock.Paragraph paragraph => new Threads.CommentBlock.Paragraph(paragraph.Text),
        SavedArticles.CommentBlock.Quotation quotation => new Threads.CommentBlock.Quotation(quotation.Words, Where(quotation, place)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static QuotedPlace? Where(SavedArticles.CommentBlock.Quotation quotation, Place place) => quotation.From switch
    {
        QuotedFrom.Parent => ImportedComment.Parent,
        QuotedFrom.Body => place.Body.FirstOrDefault(block => QuotedWords.FindIn(block.PlainText, quotation.Words) is not null) is { } block
            ? new QuotedPlace.InEdition(place.Language.Value, Version: 1, block.Number)
            : null,
        QuotedFrom.Nowhere => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What came of an import.</summary>
public sealed record ImportedArticle(ItemId Item, LanguageTag Language, int Comments);
