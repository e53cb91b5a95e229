using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Publisher;

/// <summary>Every version of an edition, and what changed between two of them.</summary>
/// <param name="Changes">From <paramref name="From"/> to <paramref name="To"/>; empty when they are one.</param>
public sealed record HistoryModel(Item Item, Edition Edition, ImmutableArray<EditionVersion> Versions, EditionVersion From,
    EditionVersion To, ImmutableArray<Difference> Changes);
