using System.Collections.Immutable;
using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>A comment from a saved page, with its answers.</summary>
/// <param name="Author">The name as it stood there; null where there was none.</param>
/// <param name="Score">As it stood there; votes here are added to it.</param>
/// <param name="WrittenAt">Null where no date could be read.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">See <see cref="CommentText.Imported"/>. A quotation placed at <see cref="Parent"/> quotes the comment above,
/// whose number is known only once it is in the file.</param>
/// <param name="Answers">In their order.</param>
public sealed record ImportedComment(
    string? Author, int Score, Instant? WrittenAt, string Language, CommentText Text, ImmutableArray<ImportedComment> Answers)
{
    /// <summary>Stands for the comment above until it has its own number.</summary>
    public static QuotedPlace Parent { get; } = new QuotedPlace.InComment(new(0));

    /// <summary>The words with every quotation of the comment above placed there.</summary>
    internal CommentText TextUnder(long? parent) => CommentText.Imported(Text.Blocks.Select(block => block switch
    {
        CommentBlock.Quotation quotation when quotation.Place == Parent =>
            quotation with { Place = parent is { } id ? new QuotedPlace.InComment(new(id)) : null },
        _ => block,
    }));
}
