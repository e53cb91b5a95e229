using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>A comment as it is read.</summary>
/// <param name="Id">Its permanent id.</param>
/// <param name="Item">The item it stands under.</param>
/// <param name="Parent">The comment above it; null on the first level.</param>
/// <param name="Answering">What it answers, where that is not its parent (see <see cref="Placement.DepthMax"/>).</param>
/// <param name="Number">Within its level; null while it has no place.</param>
/// <param name="State">Words are to be shown to everyone only in <see cref="CommentState.Shown"/>.</param>
/// <param name="Author">Null for an imported one.</param>
/// <param name="ImportedAuthor">The name an import gave; may be null.</param>
/// <param name="IsImported">From a saved page: cannot be edited or withdrawn by anyone, can be voted on.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">Empty when withdrawn.</param>
/// <param name="WrittenAt">Null for an import without a date.</param>
/// <param name="EditedAt">Null when never edited.</param>
/// <param name="Version">From 1.</param>
/// <param name="Score">An import's score plus all votes.</param>
public sealed record Comment(
    CommentId Id, ItemId Item, CommentId? Parent, CommentId? Answering, int? Number, CommentState State, AccountId? Author,
    string? ImportedAuthor, bool IsImported, string Language, CommentText Text, Instant? WrittenAt, Instant? EditedAt,
    int Version, long Score);
