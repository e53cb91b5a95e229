using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Pages;

/// <summary>An item as the front page announces it.</summary>
/// <param name="Edition">In the reader's language, else the original, else any.</param>
/// <param name="Summary">The first words of the body; empty once withdrawn.</param>
public sealed record FrontEntry(Item Item, Edition Edition, string Summary, int Comments);

/// <summary>What stands on a front page, the newest first.</summary>
public sealed record FrontModel(ImmutableArray<FrontEntry> Entries);
