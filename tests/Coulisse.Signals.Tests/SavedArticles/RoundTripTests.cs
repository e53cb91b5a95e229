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
