namespace Coulisse.Signals.SavedArticles;

/// <summary>The lines that open a comment: number, score, author and date, on one line or several.</summary>
/// <param name="Next">Index of the first line behind the header.</param>
/// <param name="Firm">The line has a number and a score and nothing else: it may do without a date.</param>
internal sealed record CommentHeader(
    int Line, int Indent, int Number, int? Score, string? Author, DateLine Date, int DateAt, int Next, bool Firm)
{
    internal bool IsDated => Date is DateLine.Dated || (Date is DateLine.NotUnderstood && Firm);

    /// <summary>Null when no comment can open at the line, whatever stands around it.</summary>
    internal static CommentHeader? Read(SavedLine[] lines, int at)
    {
        if (lines[at].Guarded || MarkLine.Read(lines[at].Text) is not { } mark) return null;
        var next = at + 1;
        var (score, author) = (mark.Score, mark.Author);
        if (score is null && ScoreAt(lines, next) is { } below)
        {
            score = below;
            next++;
        }
        var date = DateAtLine(lines, next);
        if (date is DateLine.SomethingElse && author is null && AuthorAt(lines, next) is { } name
            && DateAtLine(lines, next + 1) is DateLine.Dated behind)
        {
            (author, date) = (name, behind);
            next++;
        }
        var dateAt = next;
        if (date is not DateLine.SomethingElse) next++;
        if (score is null && date is DateLine.Dated && ScoreAt(lines, next) is { } behindDate)
        {
            score = behindDate;
            next++;
        }
        var firm = score is not null && mark.Author is null;
        return new(lines[at].Number, lines[at].Indent, mark.Number, score, author, date, dateAt, next, firm);
    }

    private static DateLine DateAtLine(SavedLine[] lines, int at) =>
        at < lines.Length && !lines[at].Guarded ? DateLine.Read(lines[at].Text) : DateLine.Else;

    private static int? ScoreAt(SavedLine[] lines, int at) =>
        at < lines.Length && !lines[at].Guarded ? MarkLine.ReadScore(lines[at].Text) : null;

    private static string? AuthorAt(SavedLine[] lines, int at) =>
        at < lines.Length && !lines[at].Guarded && lines[at].Text.Length <= SavedArticleLimits.AuthorCharsMax
        && MarkLine.Read(lines[at].Text) is null ? lines[at].Text : null;
}
