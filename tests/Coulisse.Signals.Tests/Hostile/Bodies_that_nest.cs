using Coulisse.Signals.Text;

namespace Coulisse.Signals.Tests.Hostile;

[Trait("Row", "19")]
public sealed class Bodies_that_nest
{
    private const int CharsMax = Signals.Items.Limits.BodyCharsMax;

    public static TheoryData<string> Bombs => [">", "[", "*", "- ", "![", "`", "_a", "(", "<", "&", "|", "~~", "\\", "1. ", "> - ", "# ",
        "\t", "[a](", "[a]: x\n", "|a|\n|-|\n", "**a ", "***", "[[", "<a>", "\0", "\u0301", "é\n\n", "# a\n", "- a\n", "> a\n"];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_body_of_nothing_but_one_mark_is_shown_in_time(string mark)
    {
        var body = string.Concat(Enumerable.Repeat(mark, (CharsMax - 5) / mark.Length)) + "words";
        // Generous, for machines that do other things too: what grows by the square took minutes.
        var begun = TimeProvider.System.GetTimestamp();

        Body.Blocks(body, []);

        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(30));
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_body_of_nothing_but_one_mark_has_parts_that_can_be_put_back(string mark)
    {
        var body = string.Concat(Enumerable.Repeat(mark, 400)) + "words";

        var parts = MarkdownSegments.Of(body);

        Assert.NotNull(MarkdownSegments.With(body, parts));
    }

    [Theory]
    [InlineData("> > > said", "<blockquote>")]
    [InlineData("- a\n  - b\n    - c", "<li>c</li>")]
    [InlineData("---\n\n*a* **b** [c](https://example.org)", "<strong>b</strong>")]
    public void What_people_write_nests_as_they_wrote_it(string body, string expected) =>
        Assert.Contains(expected, string.Concat(Body.Blocks(body, []).Select(block => block.Html)), StringComparison.Ordinal);

    [Fact]
    public void A_body_that_nests_without_end_is_shown_as_it_was_typed_and_is_inert()
    {
        var block = Assert.Single(Body.Blocks(new string('>', 60) + " <script>words</script>", []));
        Assert.Contains("<script>words</script>", block.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", block.Html, StringComparison.Ordinal);
    }
}
