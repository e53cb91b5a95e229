using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Coulisse.Signals.Claims;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;

namespace Coulisse.Signals.Text;

/// <summary>Turns an item's Markdown into numbered, sanitised blocks with its claims marked in place.</summary>
/// <remarks>
/// Markdown is written by editors, and still not trusted: raw HTML is text, nothing is loaded from anywhere (no images),
/// links lead to http, https, mailto or within the page, and the result passes an allow-list sanitiser. What is shown
/// therefore never runs and never fetches.
/// </remarks>
public static class Body
{
    internal static readonly MarkdownPipeline Markdown = NewPipeline().Build();

    private static readonly HtmlSanitizer Sanitizer = NewSanitizer();

    /// <summary>The blocks of a body. Claims whose words no longer stand in it are simply not marked.</summary>
    public static ImmutableArray<BodyBlock> Blocks(string markdown, ImmutableArray<Claim> claims)
    {
        var clean = Sanitizer.Sanitize(HtmlOf(markdown));
        using var document = new HtmlParser().ParseDocument(clean);
        var open = claims.ToList();
        var blocks = ImmutableArray.CreateBuilder<BodyBlock>();
        foreach (var element in document.Body!.Children.ToArray())
            blocks.Add(ToBlock(element, blocks.Count + 1, open, claims.Length - open.Count));
        return blocks.DrainToImmutable();
    }

    /// <summary>The words of a body, a block a line.</summary>
    public static string PlainText(string markdown) =>
        string.Join('\n', Blocks(markdown, []).Select(block => block.PlainText));

    /// <summary>A body that nests without end, as no writing does, is shown as it was typed.</summary>
    private static string HtmlOf(string markdown)
    {
        if (Nesting.IsDeep(markdown))
            return Nesting.AsTyped(markdown);
        try
        {
            var parsed = Markdig.Markdown.Parse(markdown, Markdown);
            foreach (var heading in parsed.Descendants<HeadingBlock>())
                heading.Level = Math.Clamp(heading.Level, 2, 4); // the title is the page's only first level
            return parsed.ToHtml(Markdown);
        }
        catch (ArgumentException)
        {
            // The parser's own limit on depth, which it cannot be asked about before.
            return Nesting.AsTyped(markdown);
        }
    }

    internal static MarkdownPipelineBuilder NewPipeline() =>
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras();

    private static BodyBlock ToBlock(IElement element, int number, List<Claim> open, int numberedSoFar)
    {
        Tidy(element);
        var words = WordsOf(element);
        var found = ClaimMarks.MarkIn(element, open, numberedSoFar);
        foreach (var claim in found)
            open.Remove(claim);
        return new(number, KindOf(element), element.OuterHtml, words, found);
    }

    private static BlockKind KindOf(IElement element) => element.LocalName switch
    {
        "p" => BlockKind.Paragraph,
        "h2" or "h3" or "h4" => BlockKind.Heading,
        "blockquote" => BlockKind.Quotation,
        _ => BlockKind.Other,
    };

    /// <summary>A quotation's last line beginning with a dash names its source.</summary>
    private static void Tidy(IElement element)
    {
        if (element.LocalName == "blockquote" && element.Children.Length > 1
            && element.LastElementChild is { LocalName: "p" } last && last.TextContent.StartsWith("— ", StringComparison.Ordinal))
        {
            var source = element.Owner!.CreateElement("footer");
            source.TextContent = last.TextContent;
            last.Replace(source);
        }
    }

    private static string WordsOf(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static HtmlSanitizer NewSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "em", "strong", "code",
                "pre", "hr", "br", "a", "table", "thead", "tbody", "tr", "th", "td", "del", "sub", "sup", "mark", "ins"],
                StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "title", "start"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.KeepChildNodes = true;
        sanitizer.PostProcessNode += (_, e) => MakeInert(e.Node);
        return sanitizer;
    }

    private static void MakeInert(INode node)
    {
        if (node is IElement { LocalName: "a" } link && link.GetAttribute("href") is { } target && !target.StartsWith('#'))
            link.SetAttribute("rel", "noopener noreferrer");
    }
}
