using Coulisse.Signals.Items;

namespace Coulisse.Signals.Threads;

/// <summary>How many comments stand in an item's thread: the one figure beside its title, over its thread and in feeds.</summary>
public delegate int CommentCount(ItemId item);
