using System.Globalization;

namespace Coulisse.Signals.SavedArticles;

/// <summary>
/// Decides how deep a comment lies. If any comment of the file is indented, columns decide: two columns more than
/// the comment above make a reply, one column is noise. If none is, numbers decide: 1 opens a reply, and n belongs
/// to the deepest open level whose last number was n - 1.
/// </summary>
internal sealed class ThreadLevels(bool isIndented, int stepColumns, ReportDraft report)
{
    private readonly List<(int Indent, int Last)> _open = [];

    /// <summary>Whether the number comes next on some level, so that a header without a date can be believed.</summary>
    internal bool Expects(CommentHeader header)
    {
        if (header.Number == 1) return true;
        foreach (var (indent, last) in _open)
            if (last + 1 == header.Number && (!isIndented || Math.Abs(indent - header.Indent) <= 1))
                return true;
        return false;
    }

    /// <summary>The comment's depth, 0 at the top, at most the named maximum.</summary>
    internal int Place(CommentHeader header)
    {
        var opened = isIndented ? ByIndent(header) : ByNumber(header);
        var depth = _open.Count - 1;
        if (depth >= SavedArticleLimits.ThreadLevelsMax)
        {
            report.Tally(AssumptionKind.NestingFlattened, header.Line);
            return SavedArticleLimits.ThreadLevelsMax - 1;
        }
        CheckNumber(header, opened ? 0 : _open[^1].Last);
        _open[^1] = (_open[^1].Indent, header.Number);
        return depth;
    }

    private bool ByIndent(CommentHeader header)
    {
        var closed = false;
        while (_open.Count > 0 && header.Indent < _open[^1].Indent - 1)
        {
            _open.RemoveAt(_open.Count - 1);
            closed = true;
        }
        if (_open.Count > 0 && header.Indent <= _open[^1].Indent + 1) return false;
        if (closed) report.Assume(AssumptionKind.IndentationUneven, header.Line);
        else if (_open.Count > 0 && header.Indent - _open[^1].Indent >= 2 * stepColumns)
            report.Assume(AssumptionKind.LevelSkipped, header.Line);
        _open.Add((header.Indent, 0));
        return true;
    }

    private bool ByNumber(CommentHeader header)
    {
        if (_open.Count == 0 || (header.Number == 1 && _open.Count < SavedArticleLimits.ThreadLevelsMax))
        {
            if (_open.Count > 0) report.Assume(AssumptionKind.NestedByNumber, header.Line);
            _open.Add((0, 0));
            return true;
        }
        for (var level = _open.Count - 1; level >= 0; level--)
        {
            if (_open[level].Last + 1 != header.Number) continue;
            _open.RemoveRange(level + 1, _open.Count - level - 1);
            break;
        }
        return false;
    }

    private void CheckNumber(CommentHeader header, int last)
    {
        if (header.Number == last + 1) return;
        var kind = header.Number > last ? AssumptionKind.NumberSkipped : AssumptionKind.NumberRepeated;
        report.Assume(kind, header.Line, header.Number.ToString(CultureInfo.InvariantCulture));
    }
}
