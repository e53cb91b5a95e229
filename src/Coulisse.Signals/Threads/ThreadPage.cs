using System.Collections.Immutable;

namespace Coulisse.Signals.Threads;

/// <summary>Fifty comments of a thread, in thread order.</summary>
/// <param name="Count">Comments in the whole thread, the same number as beside the title.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Above">What the first comment of this page stands below, from the first level down: its line of context.</param>
/// <param name="Comments">At most <see cref="ThreadIndex.PageSize"/>.</param>
public sealed record ThreadPage(
    int Count, int Page, int Pages, ImmutableArray<PlacedComment> Above, ImmutableArray<PlacedComment> Comments);
