using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>Everything that the publisher has, the newest first.</summary>
/// <param name="OpenReports">Reports on translations that wait for an answer, over all items.</param>
public sealed record OverviewModel(ImmutableArray<OverviewRow> Rows, int OpenReports, string? SaidKey);

/// <summary>An item, with what does not stand in it.</summary>
/// <param name="Covered">The versions that the latest signed revision covers.</param>
public sealed record OverviewRow(Item Item, ImmutableDictionary<LanguageTag, int> Covered, int OpenReports);
