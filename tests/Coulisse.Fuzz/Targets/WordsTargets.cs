using System.Text;
using System.Text.Json;
using Coulisse.Fuzz.Mutations;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Text;
using Coulisse.Signals.Threads;

namespace Coulisse.Fuzz.Targets;

/// <summary>What people write on the page: bodies in Markdown, comments with quotations.</summary>
internal static class WordsTargets
{
    private static readonly Quotable[] Places =
    [
        new(new QuotedPlace.InComment(new(17)), "The line “stays” open, and nobody says - why."),
        new(new QuotedPlace.InEdition("en", 1, 2), "The advisers met. They said little."),
    ];

    private static readonly byte[] Markdown = """
        # A quiet line

        The advisers *met* in **two** [rooms](https://rooms.example/a?b=c#d), `twice`.

        > They said little.
        >
        > — The gazette

        1. one
           - two
        2. ~~three~~ H~2~O ==mark==

        | a | b |
        |---|---|
        | 1 | <b>2</b> |

        [a]: mailto:line@aldermark.example "title"

        Look at [a], &amp; <https://rooms.example>.

        ***
        """u8.ToArray();

    private static readonly byte[] Comment = """
        They met, says https://gazette.example/a(b), and (see http://x.example).

        > The line "stays" open […] why.

        I do not think so.

        > They said little.
        """u8.ToArray();

    public static IEnumerable<FuzzTarget> All() =>
    [
        // The parser, the sanitiser and the parser of HTML each build a tree of it.
        new("body-markdown", InputForm.Lines, [Markdown], Body)
        {
            AllocatedFloor = 32 << 20, TimeMax = TimeSpan.FromSeconds(2), InputBytesMax = 16 << 10,
        },
        new("markdown-segments", InputForm.Lines, [Markdown], Segments)
        {
            AllocatedFloor = 32 << 20, TimeMax = TimeSpan.FromSeconds(2), InputBytesMax = 16 << 10,
        },
        new("comment-typed", InputForm.Lines, [Comment], Typed) { AllocatedFloor = 1 << 20 },
        new("comment-kept", InputForm.Json, [Encoding.UTF8.GetBytes(Kept())], KeptComment)
        {
            Words = ["{\"p\":\"a\"},", "\"p\":1", "\"q\":null", "{}", "\"at\":7", "\"at\":\"p:fr:3:2\""],
        },
    ];

    private static Answer Body(byte[] input)
    {
        var html = string.Concat(Signals.Text.Body.Blocks(Mutations.Typed.Of(input), []).Select(block => block.Html));
        return Inert.FaultOf(html) is { } fault ? new Answer.Broken(fault) : Answer.Yes;
    }

    private static Answer Segments(byte[] input)
    {
        var markdown = Mutations.Typed.Of(input);
        var segments = MarkdownSegments.Of(markdown);
        _ = MarkdownSegments.With(markdown, segments);
        _ = MarkdownArticle.From(markdown);
        return Answer.Yes;
    }

    /// <summary>An edit form that shows a comment as typed and is sent unchanged changes nothing.</summary>
    private static Answer Typed(byte[] input)
    {
        if (CommentText.Parse(Mutations.Typed.Of(input), Places) is not ParsedComment.Accepted { Text: var text })
            return Answer.No;
        var kept = text.ToJson();
        if (CommentText.FromJson(kept).ToJson() != kept)
            return new Answer.Broken("A comment is not read as it is kept.");
        foreach (var stretch in text.Blocks.SelectMany(block => CommentLinks.Cut(block.Text)))
        {
            if (stretch.Address is { } address
                && (!Inert.IsHarmless(address) || !address.StartsWith("http", StringComparison.Ordinal)))
                return new Answer.Broken("A comment links to " + address);
        }
        return Same(text, kept);
    }

    private static Answer Same(CommentText text, string kept) =>
        CommentText.Parse(text.AsTyped(), text.Quoted) switch
        {
            ParsedComment.Accepted again when again.Text.ToJson() == kept => Answer.Yes,
            ParsedComment.Accepted again => new Answer.Broken(
                "Typed again it is " + again.Text.ToJson() + "\nand was " + kept),
            ParsedComment.Refused refused => new Answer.Broken(
                $"Typed again it is refused: {refused.Reason}; it was {kept}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Kept() =>
        ((ParsedComment.Accepted)CommentText.Parse(Encoding.UTF8.GetString(Comment), Places)).Text.ToJson();

    private static Answer KeptComment(byte[] input)
    {
        try
        {
            var kept = CommentText.FromJson(Encoding.UTF8.GetString(input)).ToJson();
            return CommentText.FromJson(kept).ToJson() == kept ? Answer.Yes
                : new Answer.Broken("A comment is not read as it is kept.");
        }
        catch (JsonException)
        {
            return Answer.No;
        }
    }
}
