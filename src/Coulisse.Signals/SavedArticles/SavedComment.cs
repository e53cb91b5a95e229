using System.Collections.Immutable;

namespace Coulisse.Signals.SavedArticles;

/// <summary>A comment and the replies nested in it, in the file's order.</summary>
/// <param name="Number">As printed; it restarts at 1 on every level but need not be right.</param>
/// <param name="WrittenAt">As printed, without a zone; null when the file gives none that can be read.</param>
public sealed record SavedComment(
    int Number,
    string? Author,
    int Score,
    LocalMinute? WrittenAt,
    ImmutableArray<CommentBlock> Blocks,
    ImmutableArray<SavedComment> Replies)
{
    public bool Equals(SavedComment? other) =>
        other is not null && Number == other.Number && Author == other.Author && Score == other.Score
        && WrittenAt == other.WrittenAt && Sequences.Same(Blocks, other.Blocks)
            && Sequences.Same(Replies, other.Replies);

    public override int GetHashCode() =>
        HashCode.Combine(Number, Author, Score, WrittenAt, Sequences.Hash(Blocks), Sequences.Hash(Replies));
}
