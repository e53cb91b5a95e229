using System.Collections.Immutable;

namespace Coulisse.Signals.SavedArticles;

/// <summary>Makes the nested thread out of comments in the file's order, and says what each quotation quotes.</summary>
internal static class ThreadTree
{
    internal static ImmutableArray<SavedComment> Build(
        List<FlatComment> comments, string bodyText, ReportDraft report)
    {
        // Two limits: looking for unmarked quotations must not use up what marked ones may look through.
        var body = FoldedText.Of(bodyText);
        var (marked, unmarked) = (new QuotationFinder(body), new QuotationFinder(body));
        var folded = new FoldedText?[comments.Count];
        var parents = Parents(comments);
        var blocks = new ImmutableArray<CommentBlock>[comments.Count];
        for (var i = 0; i < comments.Count; i++)
        {
            blocks[i] = [];
            if (comments[i].Blocks.IsEmpty) continue;
            var parent = parents[i] < 0 ? FoldedText.Nothing
                : folded[parents[i]] ??= FoldedText.Of(AllText(comments[parents[i]]));
            blocks[i] = Settle(
                comments[i].Blocks, words => Find(marked, words, parent), words => Find(unmarked, words, parent));
        }
        return Nest(comments, parents, blocks);

        QuotedFrom Find(QuotationFinder finder, string words, FoldedText parent)
        {
            if (finder.Find(words, parent) is { } from) return from;
            report.Tally(AssumptionKind.QuotationsNotSought, 0);
            return QuotedFrom.Nowhere;
        }
    }

    internal static string AllText(SavedComment comment) =>
        string.Join('\n', comment.Blocks.Select(block => block switch
    {
        CommentBlock.Paragraph paragraph => paragraph.Text,
        CommentBlock.Quotation quotation => quotation.Words,
        _ => throw new System.Diagnostics.UnreachableException(),
    }));

    private static string AllText(FlatComment comment) => string.Join('\n', comment.Blocks.Select(block => block.Text));

    private static ImmutableArray<CommentBlock> Settle(
        ImmutableArray<FlatBlock> blocks, Func<string, QuotedFrom> marked, Func<string, QuotedFrom> unmarked)
    {
        var settled = ImmutableArray.CreateBuilder<CommentBlock>(blocks.Length);
        for (var i = 0; i < blocks.Length; i++)
        {
            var (text, kind) = blocks[i];
            var mayQuote = kind == FlatBlock.Sort.Open && i + 1 < blocks.Length && QuotationFinder.MayQuote(text);
            if (kind == FlatBlock.Sort.Quotation) settled.Add(new CommentBlock.Quotation(text, marked(text)));
            else if (mayQuote && unmarked(text) is not QuotedFrom.Nowhere and var from)
                settled.Add(new CommentBlock.Quotation(text, from));
            else settled.Add(new CommentBlock.Paragraph(text));
        }
        return settled.MoveToImmutable();
    }

    /// <summary>The index of the comment each one answers, or -1.</summary>
    private static int[] Parents(List<FlatComment> comments)
    {
        var parents = new int[comments.Count];
        var open = new int[SavedArticleLimits.ThreadLevelsMax];
        for (var i = 0; i < comments.Count; i++)
        {
            var depth = comments[i].Depth;
            parents[i] = depth == 0 ? -1 : open[depth - 1];
            open[depth] = i;
        }
        return parents;
    }

    // From the last to the first, so that a comment's replies are finished before the comment itself.
    private static ImmutableArray<SavedComment> Nest(
        List<FlatComment> comments, int[] parents, ImmutableArray<CommentBlock>[] blocks)
    {
        var replies = new List<SavedComment>?[comments.Count + 1];
        for (var i = comments.Count - 1; i >= 0; i--)
        {
            var flat = comments[i];
            replies[i]?.Reverse();
            var comment = new SavedComment(
                flat.Number, flat.Author, flat.Score, flat.WrittenAt, blocks[i], [.. replies[i] ?? []]);
            var above = parents[i] < 0 ? comments.Count : parents[i];
            (replies[above] ??= []).Add(comment);
        }
        replies[^1]?.Reverse();
        return [.. replies[^1] ?? []];
    }
}
