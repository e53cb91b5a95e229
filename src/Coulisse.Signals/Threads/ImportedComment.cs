using System.Collections.Immutable;
using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>A comment from a saved page, with its answers.</summary>
/// <param name="Author">The name as it stood there; null where there was none.</param>
/// <param name="Score">As it stood there; votes here are added to it.</param>
/// <param name="WrittenAt">Null where no date could be read.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">See <see cref="CommentText.Imported"/>.</param>
/// <param name="Answers">In their order.</param>
public sealed record ImportedComment(
    string? Author, int Score, Instant? WrittenAt, string Language, CommentText Text, ImmutableArray<ImportedComment> Answers);
