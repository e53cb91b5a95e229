using System.Collections.Immutable;

namespace Coulisse.Signals.SavedArticles;

/// <summary>A comment before the tree is built: <paramref name="Depth"/> is 0 at the top.</summary>
internal sealed record FlatComment(
    int Depth, int Number, string? Author, int Score, LocalMinute? WrittenAt, ImmutableArray<FlatBlock> Blocks);

/// <summary>A block of a comment before it is known whether it quotes.</summary>
internal readonly record struct FlatBlock(string Text, FlatBlock.Sort Kind)
{
    internal enum Sort
    {
        /// <summary>Nothing marks it: it quotes if its words stand in the parent or the body and an answer
        /// follows.</summary>
        Open,

        /// <summary>Known to be a paragraph.</summary>
        Paragraph,

        /// <summary>Marked with ">".</summary>
        Quotation,
    }
}
