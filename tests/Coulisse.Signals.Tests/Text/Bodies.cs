using Coulisse.Signals.Claims;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Tests.Text;

public sealed class Bodies
{
    private static string Html(string markdown) => string.Concat(Body.Blocks(markdown, []).Select(b => b.Html));

    private static Claim Claim(int id, string words) =>
        new(new(id), new(1), LanguageTag.Known("en"), words, "the adviser", "a newspaper", [], Hedge.Reported);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("![a](http://127.0.0.1/x.png)")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<a href='x' onclick='alert(1)' style='position:fixed'>x</a>")]
    [Trait("Row", "25")]
    public void What_would_run_or_fetch_is_inert(string markdown)
    {
        var html = Html(markdown);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" on", html.Replace("&lt;a href='x' on", "", StringComparison.Ordinal)
            .Replace("x on", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_link_to_the_web_stays_and_gives_nothing_away() =>
        Assert.Contains("<a href=\"https://example.org/\" rel=\"noopener noreferrer\">", Html("[a](https://example.org/)"), StringComparison.Ordinal);

    [Fact]
    public void Blocks_are_numbered_in_reading_order_and_headings_begin_below_the_title()
    {
        var blocks = Body.Blocks("# One\n\ntext\n\n> said\n>\n> — a source", []);
        Assert.Equal([1, 2, 3], blocks.Select(b => b.Number));
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Quotation], blocks.Select(b => b.Kind));
        Assert.StartsWith("<h2", blocks[0].Html, StringComparison.Ordinal);
        Assert.Contains("<footer>— a source</footer>", blocks[2].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_is_marked_where_its_words_stand_even_across_emphasis()
    {
        var block = Body.Blocks("They *will not* say so, it is said.", [Claim(3, "will not say so")])[0];
        Assert.Equal(3, Assert.Single(block.Claims).Id.Value);
        Assert.Contains("<mark class=\"claim\" id=\"claim-3\">will not</mark>", block.Html, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"claim\"> say so</mark>", block.Html, StringComparison.Ordinal);
        Assert.Equal("They will not say so, it is said.", block.PlainText);
    }

    [Fact]
    public void A_claim_whose_words_are_gone_is_not_marked() =>
        Assert.Empty(Body.Blocks("Other words.", [Claim(3, "will not say so")])[0].Claims);

    [Fact]
    public void Any_words_of_an_import_are_shown_as_they_are() =>
        CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char["*_`#-+=.)1 <>[]|~^&\\!ab"], 1, 30], text =>
        {
            var words = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (words.Length == 0)
                return;
            var blocks = Body.Blocks(Signals.Exchange.MarkdownEscape.Paragraph(words), []);
            Assert.Equal(words, Assert.Single(blocks).PlainText);
            Assert.Equal(BlockKind.Paragraph, blocks[0].Kind);
        });
}
