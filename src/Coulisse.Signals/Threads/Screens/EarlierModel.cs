using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Threads.Screens;

/// <summary>What a comment says, and what it said before.</summary>
public sealed record EarlierModel(Item Item, PlacedComment Placed, ImmutableArray<CommentVersion> Earlier);
