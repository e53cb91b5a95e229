using System.Text;
using Coulisse.Signals.SavedArticles;
using CsCheck;

namespace Coulisse.Signals.Tests.SavedArticles;

public sealed class RoundTripTests
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true);

    /// <summary>The law: nothing that can be written is misread, however much it looks like something else.</summary>
    [Fact]
    public void What_is_written_is_read_back_in_canonical_form() => AnyArticle.Article.Sample(article =>
    {
        var canonical = SavedArticleWriter.Canonical(article);

        var (read, report) = Read(SavedArticleWriter.Write(article));

        var namesLanguage = canonical.CountOverThread is not null || canonical.SignInNotice is not null;
        var expected = namesLanguage
            ? canonical with { Language = canonical.Language ?? "en" } : canonical with { Language = read.Language };
        return read == expected && report.Unread.IsEmpty;
    }, iter: 5_000);

    /// <summary>Nobody sees them, and a reader skips them: the blanks between them are no columns of an indented
    /// quotation.</summary>
    [Theory]
    [InlineData("\u00AD \u00AD \u00AD \u00AD said by nobody")]
    [InlineData("\u2060 \u2060 \u2060 \u2060 said by nobody")]
    [InlineData("\uFEFF\u00A0\u00A0\u00A0\u00A0said by nobody")]
    public void Words_behind_blanks_between_unseen_characters_are_no_quotation(string words)
    {
        var article = new SavedArticle("A title", null, [new ArticleBlock.Paragraph("First."),
            new ArticleBlock.Paragraph(words)], null, null, [], "en");

        var (read, report) = Read(SavedArticleWriter.Write(article));

        Assert.Equal(SavedArticleWriter.Canonical(article).Body, read.Body);
        Assert.All(read.Body, block => Assert.IsType<ArticleBlock.Paragraph>(block));
        Assert.Empty(report.Unread);
    }

    [Fact]
    public void The_canonical_form_of_a_canonical_article_is_itself() => AnyArticle.Article.Sample(article =>
    {
        var canonical = SavedArticleWriter.Canonical(article);
        return SavedArticleWriter.Canonical(canonical) == canonical;
    }, iter: 1_000);

    private static (SavedArticle Article, ReadingReport Report) Read(string text)
    {
        var reading = Assert.IsType<SavedArticleReading.Read>(SavedArticleReader.Read(Utf8.GetBytes(text)));
        return (reading.Article, reading.Report);
    }
}
