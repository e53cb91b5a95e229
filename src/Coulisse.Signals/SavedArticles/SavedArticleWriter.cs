using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Writes an article in the shape that <see cref="SavedArticleReader"/> reads; never fails.</summary>
/// <remarks>
/// What a plain text cannot hold is first brought into canonical form (blank lines inside a paragraph part it, control
/// characters go, limits cut, deeper levels join the last), which <see cref="Canonical"/> shows beforehand.
/// Dates and the count are worded in the article's language, English when it is not one of the six.
/// Lines end in LF; encode as UTF-8. A text beyond <see cref="SavedArticleLimits.FileBytesMax"/> is written, not read.
/// </remarks>
public static class SavedArticleWriter
{
    public static string Write(SavedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var canonical = CanonicalForm.Of(article);
        var text = new GuardedText();
        text.Add(GuardedText.Place.Title, canonical.Title);
        if (canonical.CountAtTitle is { } count)
        {
            text.Blank();
            text.AddMark(count.ToString(CultureInfo.InvariantCulture));
        }
        WriteBody(text, canonical);
        text.Blank();
        if (canonical.CountOverThread is not null || canonical.SignInNotice is not null)
            text.AddMark(Languages.CountText(canonical.CountOverThread, canonical.Language));
        if (canonical.SignInNotice is { } notice) text.Add(GuardedText.Place.Notice, notice);
        new ThreadWriter(text, canonical).Write();
        return text.ToString();
    }

    /// <summary>What reading the written text again gives, but for a language that no count line names.</summary>
    public static SavedArticle Canonical(SavedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return CanonicalForm.Of(article);
    }

    private static void WriteBody(GuardedText text, SavedArticle article)
    {
        for (var i = 0; i < article.Body.Length; i++)
        {
            text.Blank();
            var isLast = i == article.Body.Length - 1;
            var place = i == 0 && article.CountAtTitle is null ? GuardedText.Place.BodyTop : GuardedText.Place.Body;
            WriteBlock(text, article.Body[i], place, isLast);
        }
    }

    private static void WriteBlock(GuardedText text, ArticleBlock block, GuardedText.Place place, bool isLast)
    {
        switch (block)
        {
            case ArticleBlock.Paragraph paragraph:
                if (!isLast && BodyMarks.LooksLikeHeading(paragraph.Text)) text.AddGuarded(paragraph.Text);
                else text.Add(place, paragraph.Text);
                break;
            case ArticleBlock.Heading heading:
                text.AddMark("## " + heading.Text);
                break;
            case ArticleBlock.ListItems list:
                foreach (var item in list.Items) text.AddMark("* " + item);
                break;
            case ArticleBlock.Quotation quotation:
                WriteQuotation(text, quotation, place);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteQuotation(GuardedText text, ArticleBlock.Quotation quotation, GuardedText.Place place)
    {
        if (quotation is { Paragraphs: [var words], Attribution: not null }) text.Add(place, words);
        else text.AddQuoted(quotation.Paragraphs, indent: 0);
        if (quotation.Attribution is not { } attribution) return;
        text.Blank();
        text.AddMark("- " + attribution);
    }
}
