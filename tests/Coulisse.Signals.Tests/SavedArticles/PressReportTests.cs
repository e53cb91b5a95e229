using Coulisse.Signals.SavedArticles;
using NodaTime;

namespace Coulisse.Signals.Tests.SavedArticles;

/// <summary>The saved page the importer is made for. It is not ours, so it is read where it lies and never
/// quoted.</summary>
public sealed class PressReportTests
{
    private static readonly string File = Path.Combine(Folders.SharedData, "press-report-fr.txt");

    [Fact]
    public void The_press_report_is_read_whole()
    {
        var (article, report) = Report();

        Assert.StartsWith("Pourquoi", article.Title, StringComparison.Ordinal);
        Assert.Equal((3, 3, "fr"), (article.CountAtTitle, article.CountOverThread, article.Language));
        Assert.Equal(
            ["Paragraph", "Quotation", "Paragraph", "Paragraph", "Paragraph", "Paragraph"],
            article.Body.Select(block => block.GetType().Name));
        var quotation = Assert.IsType<ArticleBlock.Quotation>(article.Body[1]);
        Assert.Single(quotation.Paragraphs);
        Assert.StartsWith("affirmé", quotation.Attribution, StringComparison.Ordinal);
        Assert.NotNull(article.SignInNotice);
        var stray = Assert.Single(report.Unread);
        Assert.Equal(UnreadReason.Stray, stray.Reason);
        Assert.Equal([AssumptionKind.QuotationGuessed], report.Assumptions.Select(a => a.Kind));
    }

    [Fact]
    public void The_press_report_has_its_three_comments()
    {
        var (article, _) = Report();

        Assert.Equal([(1, 0), (2, 1)], article.Thread.Select(c => (c.Number, c.Score)));
        var nested = Assert.Single(article.Thread[1].Replies);
        Assert.Empty(article.Thread[0].Replies);
        Assert.Equal((1, 0), (nested.Number, nested.Score));
        Assert.Equal(Minute(7, 12, 30), article.Thread[0].WrittenAt);
        Assert.Equal(Minute(7, 23, 38), article.Thread[1].WrittenAt);
        Assert.Equal(Minute(9, 8, 6), nested.WrittenAt);
        Assert.Equal(2, nested.Blocks.Length);
        Assert.Equal(QuotedFrom.Parent, Assert.IsType<CommentBlock.Quotation>(nested.Blocks[0]).From);
        Assert.IsType<CommentBlock.Paragraph>(nested.Blocks[1]);
    }

    [Fact]
    public void The_press_report_comes_back_from_its_export()
    {
        var (article, _) = Report();

        var export = new System.Text.UTF8Encoding(false).GetBytes(SavedArticleWriter.Write(article));
        var again = SavedArticleReader.Read(export);

        Assert.Equal(article, Assert.IsType<SavedArticleReading.Read>(again).Article);
    }

    private static (SavedArticle Article, ReadingReport Report) Report()
    {
        Assert.SkipUnless(System.IO.File.Exists(File), $"{File} is not here.");
        var reading = SavedArticleReader.Read(System.IO.File.ReadAllBytes(File));
        var read = Assert.IsType<SavedArticleReading.Read>(reading);
        return (read.Article, read.Report);
    }

    private static LocalMinute Minute(int day, int hour, int minute) =>
        new(new LocalDateTime(2022, 11, day, hour, minute));
}
