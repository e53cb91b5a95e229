namespace Coulisse.Signals.SavedArticles;

/// <summary>Cuts a text into the lines that carry something.</summary>
internal static class LineScanner
{
    private const int TabColumns = 4;

    internal static SavedLine[] Scan(string text, ReportDraft report)
    {
        var lines = new List<SavedLine>();
        var rest = text.AsSpan();
        var blankBefore = true;
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var raw = Next(ref rest);
            if (raw.ContainsAny(Characters.Controls)) report.Tally(AssumptionKind.ControlsStripped, number);
            if (Line(raw, number, blankBefore, report) is { } line) lines.Add(line);
            blankBefore = raw.Length == 0 || lines.Count == 0 || lines[^1].Number != number;
        }
        return [.. lines];
    }

    /// <summary>Takes one line off the front. LF, CR, CRLF, NEL, U+2028 and U+2029 end a line.</summary>
    internal static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(Characters.LineEnds);
        if (end < 0)
        {
            var last = rest;
            rest = [];
            return last;
        }
        var line = rest[..end];
        var pair = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n';
        rest = rest[(end + (pair ? 2 : 1))..];
        return line;
    }

    private static SavedLine? Line(ReadOnlySpan<char> raw, int number, bool blankBefore, ReportDraft report)
    {
        var text = Characters.IsClean(raw) ? raw : Characters.Clean(raw);
        var indent = Indent(text);
        text = text.Trim();
        var guarded = text.Length > 0 && text[0] == Characters.Guard;
        if (guarded) text = text[1..].Trim();
        if (text.IsEmpty) return null;
        if (text.ContainsAny(Characters.Invisibles)) report.Tally(AssumptionKind.InvisiblesKept, number);
        var kept = text.ToString();
        if (kept.Length > SavedArticleLimits.LineCharsMax)
        {
            report.LeaveUnread(number, kept, UnreadReason.LineTooLong);
            // Room for a mark such as "> "; the canonical form makes the last cut.
            kept = Characters.Cut(kept, SavedArticleLimits.LineCharsMax + 16);
        }
        return new(number, indent, blankBefore, guarded, kept);
    }

    private static int Indent(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var c in text)
        {
            if (columns >= SavedArticleLimits.IndentColumnsMax) break;
            if (c == '\t') columns += TabColumns - columns % TabColumns;
            else if (char.IsWhiteSpace(c)) columns++;
            else if (c == Characters.Guard || !Characters.IsInvisible(c)) break; // what is guarded begins there
        }
        return columns;
    }
}
