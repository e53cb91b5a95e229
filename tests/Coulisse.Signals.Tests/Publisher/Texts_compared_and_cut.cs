using Coulisse.Signals.Text;
using CsCheck;

namespace Coulisse.Signals.Tests.Publisher;

public sealed class Texts_compared_and_cut
{
    private static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static readonly Gen<string> AnyLines = AnyOf("a", "b", "c", "").Array[0, 12].Select(l => string.Join('\n', l));

    private static readonly Gen<string> AnyMarkdown = AnyOf("Words *here*.", "## Head", "> Quoted\n> twice", "- one\n- two",
        "1. first", "```\ncode\n\ncode\n```", "| a | b |\n|---|---|\n| c | d |", "Two\nlines").Array[1, 8]
        .Select(parts => string.Join("\n\n", parts));

    [Fact]
    public void A_difference_holds_both_texts_whole() => Gen.Select(AnyLines, AnyLines).Sample((before, after) =>
    {
        var found = Differences.Of(before, after);
        Assert.Equal(before, string.Join('\n', found.Where(d => d.Kind != DifferenceKind.OnlyAfter).Select(d => d.Line)));
        Assert.Equal(after, string.Join('\n', found.Where(d => d.Kind != DifferenceKind.OnlyBefore).Select(d => d.Line)));
    });

    [Fact]
    public void A_difference_names_the_one_line_that_changed() => Assert.Equal(
        [new(DifferenceKind.InBoth, "a"), new(DifferenceKind.OnlyBefore, "b"), new(DifferenceKind.OnlyAfter, "x"), new(DifferenceKind.InBoth, "c")],
        Differences.Of("a\nb\nc", "a\nx\nc"));

    [Fact]
    public void Parts_of_a_body_are_its_blocks_and_join_to_the_same_body() => AnyMarkdown.Sample(markdown =>
    {
        var joined = MarkdownParts.Join(MarkdownParts.Of(markdown));
        Assert.Equal(Body.Blocks(markdown, []).Select(b => b.Html), Body.Blocks(joined, []).Select(b => b.Html));
        Assert.Equal(Body.Blocks(markdown, []).Length, MarkdownParts.Of(markdown).Length);
    });

    [Fact]
    public void The_words_put_back_make_the_same_page() => AnyMarkdown.Sample(markdown =>
    {
        var same = MarkdownSegments.With(markdown, MarkdownSegments.Of(markdown));
        Assert.Equal(Body.PlainText(markdown), Body.PlainText(same));
        Assert.Equal(Body.Blocks(markdown, []).Select(b => b.Kind), Body.Blocks(same, []).Select(b => b.Kind));
    });

    [Fact]
    public void Words_leave_out_marks_and_code() =>
        Assert.Equal(["Head", "Quoted twice", "one"], MarkdownSegments.Of("## Head\n\n> Quoted\n> twice\n\n- one\n\n```\ncode\n```"));

    [Theory]
    [InlineData("# no heading")]
    [InlineData("> no quotation")]
    [InlineData("- no list")]
    [InlineData("1. no list")]
    [InlineData("```")]
    [InlineData("two\n\nparagraphs")]
    public void A_translation_cannot_add_structure(string words) =>
        Assert.Equal([BlockKind.Paragraph], Body.Blocks(MarkdownSegments.With("Words", [words]), []).Select(b => b.Kind));
}
