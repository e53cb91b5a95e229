using Coulisse.Signals.Items;

namespace Coulisse.Signals.Threads;

/// <summary>A comment as its author sends it.</summary>
/// <param name="Item">Where.</param>
/// <param name="Answering">The comment it answers; null for one of the first level.</param>
/// <param name="Language">BCP 47, as the writer chose it.</param>
/// <param name="Text">The words.</param>
/// <param name="Submission">The form's id.</param>
public sealed record CommentDraft(
    ItemId Item, CommentId? Answering, string Language, CommentText Text, SubmissionId Submission);
