using System.Collections.Immutable;
using System.Globalization;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Collects what the readers could not read or decided; one owner, thrown away after one file.</summary>
internal sealed class ReportDraft
{
    private readonly List<UnreadLine> _unread = [];
    private readonly List<ReadingAssumption> _assumptions = [];
    private readonly SortedDictionary<AssumptionKind, (int Line, int Times)> _tallies = [];
    private int _leftOut;

    internal void LeaveUnread(int line, string text, UnreadReason reason)
    {
        if (_unread.Count == SavedArticleLimits.ReportEntriesMax) _leftOut++;
        else _unread.Add(new(line, Characters.Cut(text, SavedArticleLimits.ShownCharsMax), reason));
    }

    internal void Assume(AssumptionKind kind, int line, string detail = "")
    {
        if (_assumptions.Count == SavedArticleLimits.ReportEntriesMax) _leftOut++;
        else _assumptions.Add(new(kind, line, detail));
    }

    /// <summary>For what may happen on every line: one entry with the first line and the number of times.</summary>
    internal void Tally(AssumptionKind kind, int line, int times = 1) =>
        _tallies[kind] = _tallies.TryGetValue(kind, out var seen) ? (seen.Line, seen.Times + times) : (line, times);

    internal ReadingReport Finish()
    {
        foreach (var (kind, (line, times)) in _tallies)
            _assumptions.Add(new(kind, line, times.ToString(CultureInfo.InvariantCulture)));
        return new([.. _unread.OrderBy(u => u.Line)], [.. _assumptions.OrderBy(a => a.Line)], _leftOut);
    }
}
