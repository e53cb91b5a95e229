using System.Globalization;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Reads a page that a browser saved as text. Any bytes give an answer; none throws; time is linear.</summary>
/// <remarks>
/// <code>
/// bytes → TextDecoding → LineScanner → ArticleLayout → BodyReader   → CanonicalForm → article
///                                                    → ThreadReader → ThreadTree    ↗
/// </code>
/// A saved text has no marks of its own, so a few lines are read by place and form:
/// the first line is the title; a lone number right below it is the count; the thread begins at the first line that
/// is a comment's number and has a date right behind it; the last line before it that states a count, or only says
/// "Comments", ends the body; between the two stands the notice, and anything else there is reported as unread.
/// How deep a comment lies is told in <see cref="ThreadLevels"/>; what makes a quotation, in <see cref="BodyReader"/>
/// and <see cref="FlatBlock"/>.
///
/// Text that looks like such a line would be misread when we read our own export again ("2. +1" inside a comment).
/// It is not refused: the writer puts one invisible word joiner (U+2060) before it, and a line that begins so is text,
/// whatever it looks like; in the notice's place it is the notice. Hence the law that the tests hold us to:
/// Read(Write(x)) is x in canonical form, for every x, but for a language that no count line names.
/// The whole shape is told in <c>protocol/saved-article.md</c>.
/// </remarks>
public static class SavedArticleReader
{
    public static SavedArticleReading Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > SavedArticleLimits.FileBytesMax) return Refuse(NotAnArticleReason.TooLarge);
        var report = new ReportDraft();
        if (TextDecoding.Decode(file, report) is not { } text) return Refuse(NotAnArticleReason.Binary);
        var lines = LineScanner.Scan(text, report);
        if (lines.Length == 0) return Refuse(NotAnArticleReason.Empty);
        if (IsMarkup(lines[0])) return Refuse(NotAnArticleReason.Markup);
        return Article(lines, text, report);
    }

    private static SavedArticleReading.Read Article(SavedLine[] lines, string text, ReportDraft report)
    {
        var headers = new CommentHeaders(lines);
        var layout = ArticleLayout.Find(lines, headers, report);
        var body = CanonicalForm.Body(new BodyReader(lines, report).Read(layout.BodyStart, layout.BodyEnd));
        var thread = new ThreadReader(lines, headers, report);
        var comments = thread.Read(layout.ThreadStart);
        for (var i = 0; i < comments.Count; i++) comments[i] = CanonicalForm.Comment(comments[i]);
        ReportCut(lines[0], SavedArticleLimits.TitleCharsMax, report);
        if (body.IsEmpty) report.Assume(AssumptionKind.BodyMissing, lines[0].Number);
        CheckCounts(layout, comments.Count, report);
        var article = new SavedArticle(
            CanonicalForm.Title(lines[0].Text), layout.CountAtTitle, body,
            CanonicalForm.LineOrNull(layout.Notice ?? thread.Notice, SavedArticleLimits.NoticeCharsMax),
            layout.OverThread?.Count, ThreadTree.Build(comments, CanonicalForm.TextOf(body), report),
            layout.OverThread?.Language ?? GuessLanguage(text, report));
        return new(article, report.Finish());
    }

    private static SavedArticleReading.NotAnArticle Refuse(NotAnArticleReason reason) => new(reason);

    private static bool IsMarkup(SavedLine first) => !first.Guarded
        && (Starts(first, "<!doctype") || Starts(first, "<html") || Starts(first, "<?xml"));

    private static bool Starts(SavedLine line, string start) =>
        line.Text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static void ReportCut(SavedLine line, int charsMax, ReportDraft report)
    {
        if (line.Text.Length > charsMax) report.LeaveUnread(line.Number, line.Text, UnreadReason.LineTooLong);
    }

    private static void CheckCounts(ArticleLayout layout, int found, ReportDraft report)
    {
        var over = layout.OverThread?.Count;
        if (layout.CountAtTitle is { } above && over is { } below && above != below)
            report.Assume(AssumptionKind.CountsDiffer, 0, Pair(above, below));
        if ((over ?? layout.CountAtTitle) is { } stated && stated != found)
            report.Assume(AssumptionKind.CountNotMet, 0, Pair(stated, found));
    }

    private static string Pair(int one, int other) => string.Create(CultureInfo.InvariantCulture, $"{one}, {other}");

    private static string? GuessLanguage(string text, ReportDraft report)
    {
        var language = LanguageGuess.Of(text);
        if (language is not null) report.Assume(AssumptionKind.LanguageGuessed, 0, language);
        return language;
    }
}
