using Coulisse.Signals.Items;

namespace Coulisse.Signals.Threads.Screens;

/// <summary>The screen on which one's own comment is edited.</summary>
/// <param name="Version">The version that the author sees; the form carries it.</param>
/// <param name="Now">Saved in another window meanwhile: what the comment says now.</param>
public sealed record EditModel(PlacedComment Placed, int Version, CommentForm Form,
    (Item Item, Comment Comment)? Now = null);
