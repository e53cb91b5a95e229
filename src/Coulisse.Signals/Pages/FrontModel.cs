using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Pages;

/// <summary>What stands on a front page.</summary>
/// <param name="Items">Published and withdrawn items, the newest first.</param>
public sealed record FrontModel(ImmutableArray<Item> Items);
