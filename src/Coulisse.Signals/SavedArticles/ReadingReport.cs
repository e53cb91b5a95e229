using System.Collections.Immutable;

namespace Coulisse.Signals.SavedArticles;

/// <summary>What could not be read, and what was assumed. Both in the order of the file.</summary>
/// <param name="LeftOut">Entries beyond <see cref="SavedArticleLimits.ReportEntriesMax"/> of each kind, only
/// counted.</param>
public sealed record ReadingReport(
    ImmutableArray<UnreadLine> Unread, ImmutableArray<ReadingAssumption> Assumptions, int LeftOut);
