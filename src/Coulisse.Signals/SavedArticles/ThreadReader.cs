using System.Collections.Immutable;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Reads the comments from the line where the thread begins to the end of the file.</summary>
internal sealed class ThreadReader(SavedLine[] lines, CommentHeaders headers, ReportDraft report)
{
    private readonly List<FlatComment> _comments = [];
    private bool _isIndented;

    /// <summary>A notice found at the foot of the thread.</summary>
    internal string? Notice { get; private set; }

    internal List<FlatComment> Read(int start)
    {
        var levels = Levels(start);
        for (var at = start; at < lines.Length;)
        {
            // The first line is a header: the layout begins the thread nowhere else.
            var header = headers[at]!;
            var depth = levels.Place(header);
            var end = header.Next;
            while (end < lines.Length && !Opens(end, levels)) end++;
            _comments.Add(Comment(header, depth, end));
            at = end;
        }
        return _comments;
    }

    private ThreadLevels Levels(int start)
    {
        var indents = new SortedSet<int>();
        for (var at = start; at < lines.Length; at++)
            if (headers[at] is { } header && (header.IsDated || header.Firm))
                indents.Add(header.Indent);
        _isIndented = indents.Max > 0;
        var step = indents.Zip(indents.Skip(1), (less, more) => more - less).Where(s => s >= 2).DefaultIfEmpty(2).Min();
        return new(_isIndented, step, report);
    }

    private bool Opens(int at, ThreadLevels levels)
    {
        if (headers[at] is not { } header) return false;
        if (header.IsDated) return true;
        if (!header.Firm) return false;
        if (levels.Expects(header)) return true;
        report.Assume(AssumptionKind.MarkKeptAsText, header.Line);
        return false;
    }

    private FlatComment Comment(CommentHeader header, int depth, int end)
    {
        if (header.Score is null) report.Assume(AssumptionKind.ScoreMissing, header.Line);
        var blocks = Blocks(header, end);
        if (end == lines.Length && (blocks.IsEmpty || header.Date is DateLine.SomethingElse))
            report.Assume(AssumptionKind.EndsInsideComment, lines[^1].Number);
        return new(depth, header.Number, header.Author, header.Score ?? 0, WrittenAt(header), blocks);
    }

    private LocalMinute? WrittenAt(CommentHeader header)
    {
        if (header.Date is DateLine.NotUnderstood)
            report.LeaveUnread(lines[header.DateAt].Number, lines[header.DateAt].Text, UnreadReason.DateNotUnderstood);
        if (header.Date is not DateLine.Dated dated)
        {
            report.Assume(AssumptionKind.DateMissing, header.Line);
            return null;
        }
        var line = lines[header.DateAt].Number;
        if (dated.OrderGuessed) report.Assume(AssumptionKind.DateOrderGuessed, line);
        if (dated.TimeMissing) report.Assume(AssumptionKind.TimeMissing, line);
        if (dated.ZoneDropped) report.Assume(AssumptionKind.ZoneDropped, line);
        return dated.At;
    }

    private ImmutableArray<FlatBlock> Blocks(CommentHeader header, int end)
    {
        var blocks = ImmutableArray.CreateBuilder<FlatBlock>();
        var text = new List<string>();
        var kind = FlatBlock.Sort.Open;
        for (var at = header.Next; at < end; at++)
        {
            var line = lines[at];
            if (IsFoot(line, header)) continue;
            var quoted = !line.Guarded && BodyMarks.IsQuoted(line.Text);
            if (line.BlankBefore || quoted != (kind == FlatBlock.Sort.Quotation)) Close();
            if (quoted) kind = FlatBlock.Sort.Quotation;
            else if (line.Guarded) kind = FlatBlock.Sort.Paragraph;
            var words = quoted ? BodyMarks.After(line.Text) : line.Text;
            if (words.Length > 0) text.Add(words);
            else Close();
        }
        Close();
        return blocks.ToImmutable();

        void Close()
        {
            if (text.Count > 0) blocks.Add(new(string.Join('\n', text), kind));
            text.Clear();
            kind = FlatBlock.Sort.Open;
        }
    }

    /// <summary>A line left of its comment is the page's notice if it says so; other words are never thrown
    /// away.</summary>
    private bool IsFoot(SavedLine line, CommentHeader header)
    {
        if (!_isIndented || line.Indent >= header.Indent) return false;
        if (Notice is null && line.Indent == 0 && NoticeLine.SpeaksInFull(line))
        {
            Notice = line.Text;
            return true;
        }
        report.Tally(AssumptionKind.OutdentedText, line.Number);
        return false;
    }
}
