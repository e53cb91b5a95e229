namespace Coulisse.Signals.Threads;

/// <summary>A comment that its author sees otherwise than the public does.</summary>
/// <param name="Comment">As it is.</param>
/// <param name="Edit">New words that wait or were refused; null when there are none.</param>
/// <param name="IsEditRefused">The new words were refused.</param>
public sealed record OwnWaiting(Comment Comment, CommentText? Edit, bool IsEditRefused);
