using System.Collections.Immutable;

namespace Coulisse.Talks.Values;

/// <summary>What was understood of one item of a message.</summary>
/// <param name="Item">Its number; 0 for a message that is not made of items.</param>
/// <param name="Words">In other words than the author's.</param>
public sealed record ItemUnderstood(uint Item, ImmutableArray<Wording> Words);
