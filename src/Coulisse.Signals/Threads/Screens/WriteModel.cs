using Coulisse.Signals.Items;

namespace Coulisse.Signals.Threads.Screens;

/// <summary>The screen on which a comment is written.</summary>
/// <param name="Reading">The language in which the writer read the text.</param>
/// <param name="Answered">The comment being answered; null on the first level.</param>
/// <param name="AnsweredName">Who wrote it; null when that is not known.</param>
public sealed record WriteModel(Item Item, string Reading, CommentForm Form, PlacedComment? Answered, string? AnsweredName);
