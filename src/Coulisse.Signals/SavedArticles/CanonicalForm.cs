using System.Collections.Immutable;
using System.Diagnostics;

namespace Coulisse.Signals.SavedArticles;

/// <summary>
/// The one form of an article that a saved text can hold: trimmed lines, no empty block, no control characters, every
/// limit kept, each quotation's place looked up anew. Reading gives this form; writing takes it first.
/// </summary>
internal static class CanonicalForm
{
    /// <summary>What stands for a title that is missing.</summary>
    internal const string NoTitle = "\u2026";

    internal static SavedArticle Of(SavedArticle article)
    {
        var body = Body(Sequences.OrEmpty(article.Body));
        return new(
            Title(article.Title), Count(article.CountAtTitle), body,
            LineOrNull(article.SignInNotice, SavedArticleLimits.NoticeCharsMax),
            Count(article.CountOverThread), ThreadTree.Build(Flatten(article.Thread), TextOf(body), new ReportDraft()),
            Languages.IsKnown(article.Language) ? article.Language : null);
    }

    internal static string Title(string? title) => LineOrNull(title, SavedArticleLimits.TitleCharsMax) ?? NoTitle;

    internal static string? LineOrNull(string? text, int charsMax) =>
        Characters.OneLine(text, charsMax) is { Length: > 0 } line ? line : null;

    internal static int? Count(int? count) => count is >= 0 and <= SavedArticleLimits.NumberMax ? count : null;

    internal static FlatComment Comment(FlatComment comment) => comment with
    {
        Number = Math.Clamp(comment.Number, 0, SavedArticleLimits.NumberMax),
        Score = Math.Clamp(comment.Score, -SavedArticleLimits.NumberMax, SavedArticleLimits.NumberMax),
        Author = LineOrNull(comment.Author, SavedArticleLimits.AuthorCharsMax),
        WrittenAt = comment.WrittenAt is { Value.Year: >= 1000 and <= 9999 } ? comment.WrittenAt : null,
        Blocks = Blocks(comment.Blocks),
    };

    internal static ImmutableArray<ArticleBlock> Body(ImmutableArray<ArticleBlock> blocks)
    {
        var kept = ImmutableArray.CreateBuilder<ArticleBlock>();
        foreach (var block in blocks.SelectMany(Block))
        {
            if (block is ArticleBlock.ListItems more && kept.Count > 0 && kept[^1] is ArticleBlock.ListItems list)
                kept[^1] = new ArticleBlock.ListItems([.. list.Items, .. more.Items]);
            else
                kept.Add(block);
        }
        return kept.ToImmutable();
    }

    /// <summary>Every word of the body, for finding quotations.</summary>
    internal static string TextOf(ImmutableArray<ArticleBlock> body) =>
        string.Join('\n', body.SelectMany(block => block switch
    {
        ArticleBlock.Paragraph paragraph => [paragraph.Text],
        ArticleBlock.Heading heading => [heading.Text],
        ArticleBlock.Quotation quotation => quotation.Paragraphs,
        ArticleBlock.ListItems list => list.Items,
        _ => throw new UnreachableException(),
    }));

    private static ImmutableArray<FlatBlock> Blocks(ImmutableArray<FlatBlock> blocks) =>
        blocks.All(block => IsParagraph(block.Text)) ? blocks
        : [.. blocks.SelectMany(block => Paragraphs(block.Text).Select(text => block with { Text = text }))];

    private static IEnumerable<ArticleBlock> Block(ArticleBlock block)
    {
        switch (block)
        {
            case ArticleBlock.Paragraph paragraph when IsParagraph(paragraph.Text):
                return [paragraph];
            case ArticleBlock.Paragraph paragraph:
                return Paragraphs(paragraph.Text).Select(text => new ArticleBlock.Paragraph(text));
            case ArticleBlock.Heading heading:
                return Lines([heading.Text]).Select(text => new ArticleBlock.Heading(text));
            case ArticleBlock.ListItems list:
                var items = Lines(list.Items);
                return items.IsEmpty ? [] : [new ArticleBlock.ListItems(items)];
            case ArticleBlock.Quotation quotation:
                ImmutableArray<string> words = [.. Sequences.OrEmpty(quotation.Paragraphs).SelectMany(Paragraphs)];
                var attribution = LineOrNull(quotation.Attribution, SavedArticleLimits.AttributionCharsMax);
                if (!words.IsEmpty) return [new ArticleBlock.Quotation(words, attribution)];
                return attribution is null ? [] : [new ArticleBlock.Paragraph(attribution)];
            default:
                throw new UnreachableException();
        }
    }

    private static ImmutableArray<string> Lines(ImmutableArray<string> texts) =>
        [.. Sequences.OrEmpty(texts)
            .Select(text => Characters.OneLine(text, SavedArticleLimits.LineCharsMax))
            .Where(text => text.Length > 0)];

    /// <summary>One line that is in canonical form already, as nearly all are.</summary>
    private static bool IsParagraph(string? text) =>
        text is { Length: > 0 and <= SavedArticleLimits.LineCharsMax } && !char.IsWhiteSpace(text[0])
            && !char.IsWhiteSpace(text[^1])
        && Characters.IsClean(text) && !text.AsSpan().ContainsAny(Characters.LineEnds);

    /// <summary>Blank lines part paragraphs; within one the lines are trimmed and joined by '\n'.</summary>
    private static List<string> Paragraphs(string? text)
    {
        var paragraphs = new List<string>();
        var lines = new List<string>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var line = Characters.Clean(LineScanner.Next(ref rest)).Trim();
            if (line.Length > 0) lines.Add(Characters.Cut(line, SavedArticleLimits.LineCharsMax));
            else Close();
        }
        Close();
        return paragraphs;

        void Close()
        {
            if (lines.Count > 0) paragraphs.Add(string.Join('\n', lines));
            lines.Clear();
        }
    }

    // Not recursive: a thread given by other code may be deeper than the stack.
    private static List<FlatComment> Flatten(ImmutableArray<SavedComment> thread)
    {
        var flat = new List<FlatComment>();
        var open = new Stack<(SavedComment Comment, int Depth)>();
        Push(thread, 0);
        while (open.TryPop(out var next))
        {
            var (comment, depth) = next;
            flat.Add(Comment(new(depth, comment.Number, comment.Author, comment.Score, comment.WrittenAt,
                [.. Sequences.OrEmpty(comment.Blocks).Select(Flat)])));
            Push(comment.Replies, Math.Min(depth + 1, SavedArticleLimits.ThreadLevelsMax - 1));
        }
        return flat;

        void Push(ImmutableArray<SavedComment> comments, int depth)
        {
            for (var i = Sequences.OrEmpty(comments).Length - 1; i >= 0; i--) open.Push((comments[i], depth));
        }
    }

    private static FlatBlock Flat(CommentBlock block) => block switch
    {
        CommentBlock.Paragraph paragraph => new(paragraph.Text, FlatBlock.Sort.Paragraph),
        CommentBlock.Quotation quotation => new(quotation.Words, FlatBlock.Sort.Quotation),
        _ => throw new UnreachableException(),
    };
}
