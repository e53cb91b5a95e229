using System.Collections.Immutable;

namespace Coulisse.Signals.Threads;

/// <summary>The words of a comment: paragraphs and quotations, cleaned, within limits. Plain text; mark-up in it is just text.</summary>
/// <remarks>
/// Typed as people type in mail, so that it needs no script: a blank line ends a paragraph, lines that begin with <c>&gt;</c>
/// are a quotation. A quotation is accepted only where its words stand: first in the place the form names, then in the comment
/// being answered, then in the text itself; the caller gives these places in that order.
/// </remarks>
public sealed class CommentText
{
    public const int CharactersMax = 10_000;
    public const int ImportedCharactersMax = 100_000;
    public const int BlocksMax = 40;
    private const int WordsShownMax = 80;

    /// <summary>No words: what a withdrawn comment says.</summary>
    public static CommentText Erased { get; } = new([]);

    private CommentText(ImmutableArray<CommentBlock> blocks) => Blocks = blocks;

    public ImmutableArray<CommentBlock> Blocks { get; }

    /// <summary>The author's own words, without quotations; paragraphs separated by a blank line.</summary>
    public string OwnWords => string.Join("\n\n", Blocks.OfType<CommentBlock.Paragraph>().Select(block => block.Text));

    /// <summary>The places whose words this comment already quotes: an edit may keep them, whatever became of the place.</summary>
    public IEnumerable<Quotable> Quoted => Blocks.OfType<CommentBlock.Quotation>()
        .Where(block => block.Place is not null).Select(block => new Quotable(block.Place!, block.Text));

    public static ParsedComment Parse(string? typed, IEnumerable<Quotable> places)
    {
        if (typed is { Length: > 4 * CharactersMax })
            return new ParsedComment.Refused(CommentRefusal.TooLong);
        var clean = CleanText.Of(typed ?? "").Trim();
        if (clean.Length == 0)
            return new ParsedComment.Refused(CommentRefusal.Empty);
        if (clean.Length > CharactersMax)
            return new ParsedComment.Refused(CommentRefusal.TooLong);
        var pieces = TypedPieces.Of(clean);
        if (pieces.Count > BlocksMax)
            return new ParsedComment.Refused(CommentRefusal.TooManyBlocks);
        if (pieces.All(piece => piece.IsQuotation))
            return new ParsedComment.Refused(CommentRefusal.OnlyQuotation);
        return Placed(pieces, pieces.Any(piece => piece.IsQuotation) ? [.. places] : []);
    }

    /// <summary>An imported comment's words; a quotation's place may be unknown.</summary>
    /// <exception cref="ArgumentException">More than <see cref="ImportedCharactersMax"/> characters: the importer cuts or refuses.</exception>
    public static CommentText Imported(IEnumerable<CommentBlock> blocks)
    {
        ImmutableArray<CommentBlock> clean =
            [.. blocks.Select(block => block with { Text = CleanText.Of(block.Text).Trim() }).Where(block => block.Text.Length > 0)];
        if (clean.Sum(block => (long)block.Text.Length) > ImportedCharactersMax)
            throw new ArgumentException($"An imported comment has at most {ImportedCharactersMax} characters.", nameof(blocks));
        return new(clean);
    }

    /// <summary>As its author would type it again: what an edit form shows first.</summary>
    public string AsTyped() => string.Join("\n\n", Blocks.Select(block => block is CommentBlock.Quotation
        ? "> " + block.Text.Replace("\n", "\n> ", StringComparison.Ordinal)
        : block.Text));

    /// <summary>The form in the page's file.</summary>
    public string ToJson() => CommentTextJson.Write(Blocks);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="System.Text.Json.JsonException">The file was altered by another program.</exception>
    public static CommentText FromJson(string json) => new(CommentTextJson.Read(json));

    private static ParsedComment Placed(IReadOnlyList<TypedPieces.Piece> pieces, IReadOnlyList<Quotable> places)
    {
        var blocks = ImmutableArray.CreateBuilder<CommentBlock>(pieces.Count);
        foreach (var piece in pieces)
        {
            CommentBlock? block = piece.IsQuotation ? Located(piece.Text, places) : new CommentBlock.Paragraph(piece.Text);
            if (block is null)
                return new ParsedComment.Refused(CommentRefusal.QuotationNotFound, Shortened(piece.Text));
            blocks.Add(block);
        }
        return new ParsedComment.Accepted(new(blocks.DrainToImmutable()));
    }

    private static CommentBlock.Quotation? Located(string words, IReadOnlyList<Quotable> places) => places
        .Select(quotable => (quotable.Place, Words: QuotedWords.FindIn(quotable.Text, words)))
        .Where(found => found.Words is not null)
        .Select(found => new CommentBlock.Quotation(found.Words!, found.Place))
        .FirstOrDefault();

    private static string Shortened(string words)
    {
        var line = CleanText.OnOneLine(words);
        if (line.Length <= WordsShownMax)
            return line;
        var cut = char.IsHighSurrogate(line[WordsShownMax - 1]) ? WordsShownMax - 1 : WordsShownMax;
        return line[..cut] + "…";
    }
}
