using System.Collections.Immutable;

namespace Coulisse.Signals.SavedArticles;

/// <summary>One block of an article's body. A paragraph's text keeps the file's line breaks as '\n'.</summary>
public abstract record ArticleBlock
{
    private ArticleBlock() { }

    public sealed record Paragraph(string Text) : ArticleBlock;

    /// <summary>A subheading: one line.</summary>
    public sealed record Heading(string Text) : ArticleBlock;

    /// <summary>Words of somebody else; <paramref name="Attribution"/> is the line that says whose, without its
    /// dash.</summary>
    public sealed record Quotation(ImmutableArray<string> Paragraphs, string? Attribution) : ArticleBlock
    {
        public bool Equals(Quotation? other) =>
            other is not null && Sequences.Same(Paragraphs, other.Paragraphs) && Attribution == other.Attribution;

        public override int GetHashCode() => HashCode.Combine(Sequences.Hash(Paragraphs), Attribution);
    }

    /// <summary>An unnumbered list, one line an item. Two lists never stand next to each other.</summary>
    public sealed record ListItems(ImmutableArray<string> Items) : ArticleBlock
    {
        public bool Equals(ListItems? other) => other is not null && Sequences.Same(Items, other.Items);

        public override int GetHashCode() => Sequences.Hash(Items);
    }
}
