namespace Coulisse.Signals.Threads;

/// <summary>A comment with where it stands in its thread.</summary>
/// <param name="Comment">The comment; its words are to be shown only when its state says so.</param>
/// <param name="Depth">From 1.</param>
/// <param name="Path">Numbers from the first level down, as "2.1".</param>
public sealed record PlacedComment(Comment Comment, int Depth, string Path);
