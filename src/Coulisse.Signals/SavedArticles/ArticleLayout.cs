namespace Coulisse.Signals.SavedArticles;

/// <summary>Where the parts of an article lie among its lines; the prologue of the reader tells the rules.</summary>
internal sealed record ArticleLayout(
    int? CountAtTitle, int BodyStart, int BodyEnd, int ThreadStart, CountLine? OverThread, string? Notice)
{
    internal static ArticleLayout Find(SavedLine[] lines, CommentHeaders headers, ReportDraft report)
    {
        var thread = FirstHeader(headers, lines.Length, 1, undated: false);
        var count = LastCount(lines, thread);
        if (count > 0 && thread == lines.Length) thread = FirstHeader(headers, lines.Length, count + 1, undated: true);
        var top = TopCount(lines);
        if (count > 0 && !OpensThread(lines, count, thread))
        {
            // An undated header is believed only behind a count.
            if (thread < lines.Length && headers[thread] is { IsDated: false }) thread = lines.Length;
            count = -1;
        }
        if (count == 1) top = null;
        var bodyStart = top is null ? 1 : 2;
        var bodyEnd = count > 0 ? count : thread;
        var notice = count > 0 ? NoticeAmong(lines, count + 1, thread, report) : null;
        if (notice is null && bodyEnd > bodyStart && NoticeLine.SpeaksInFull(lines[bodyEnd - 1]))
            notice = lines[--bodyEnd].Text;
        bodyEnd = TakeEarlierCount(lines, bodyStart, bodyEnd, count, report);
        return new(top, bodyStart, bodyEnd, thread, count > 0 ? CountLine.Read(lines[count].Text) : null, notice);
    }

    private static int FirstHeader(CommentHeaders headers, int end, int start, bool undated)
    {
        for (var at = start; at < end; at++)
            if (headers[at] is { } header && (header.IsDated || (undated && header is { Firm: true, Number: 1 })))
                return at;
        return end;
    }

    /// <summary>Index of the last count before the thread, or -1.</summary>
    private static int LastCount(SavedLine[] lines, int thread)
    {
        for (var at = thread - 1; at > 0; at--)
            if (!lines[at].Guarded && CountLine.Read(lines[at].Text) is not null)
                return at;
        return -1;
    }

    private static int? TopCount(SavedLine[] lines) =>
        lines.Length < 2 || lines[1].Guarded ? null
        : CountLine.ReadLone(lines[1].Text) ?? CountLine.Read(lines[1].Text)?.Count;

    /// <summary>A count with prose between it and the first comment stands at the title, or only in the
    /// prose.</summary>
    private static bool OpensThread(SavedLine[] lines, int count, int thread)
    {
        var prose = 0;
        for (var at = count + 1; at < thread; at++)
            if (!lines[at].Guarded && !NoticeLine.Speaks(lines[at]))
                prose++;
        return prose <= (count == 1 ? 0 : SavedArticleLimits.StrayLinesMax);
    }

    private static string? NoticeAmong(SavedLine[] lines, int start, int end, ReportDraft report)
    {
        var at = Array.FindIndex(lines, start, end - start, line => line.Guarded || NoticeLine.SpeaksInFull(line));
        if (at < 0) at = Array.FindIndex(lines, start, end - start, NoticeLine.Speaks);
        for (var other = start; other < end; other++)
            if (other != at)
                report.LeaveUnread(lines[other].Number, lines[other].Text, UnreadReason.Stray);
        return at < 0 ? null : lines[at].Text;
    }

    /// <summary>"Comments" as a heading right above "3 comments" is no part of the body.</summary>
    private static int TakeEarlierCount(SavedLine[] lines, int bodyStart, int bodyEnd, int count, ReportDraft report)
    {
        while (count > 0 && bodyEnd > bodyStart && bodyEnd == count && !lines[bodyEnd - 1].Guarded
            && CountLine.Read(lines[bodyEnd - 1].Text) is not null)
        {
            bodyEnd--;
            count--;
            report.LeaveUnread(lines[bodyEnd].Number, lines[bodyEnd].Text, UnreadReason.SecondCount);
        }
        return bodyEnd;
    }
}
