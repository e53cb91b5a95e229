using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Pages;

/// <summary>What stands on the page of one edition.</summary>
/// <param name="Page">Which page of the thread, from 1.</param>
public sealed record ItemModel(Item Item, Edition Edition, ImmutableArray<BodyBlock> Body, int Page);
