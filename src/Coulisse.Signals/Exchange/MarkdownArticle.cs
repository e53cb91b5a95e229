using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Coulisse.Signals.SavedArticles;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Exchange;

/// <summary>The way back: an edition's Markdown as the blocks of a saved article; emphasis and links become plain words.</summary>
internal static class MarkdownArticle
{
    public static ImmutableArray<ArticleBlock> From(string markdown)
    {
        using var document = new HtmlParser().ParseDocument(string.Concat(Body.Blocks(markdown, []).Select(b => b.Html)));
        return [.. document.Body!.Children.Select(From).OfType<ArticleBlock>()];
    }

    private static ArticleBlock? From(IElement element) => element.LocalName switch
    {
        "h2" or "h3" or "h4" => new ArticleBlock.Heading(OneLine(element)),
        "blockquote" => Quotation(element),
        "ul" or "ol" => new ArticleBlock.ListItems([.. element.Children.Select(OneLine)]),
        "hr" => null,
        _ => new ArticleBlock.Paragraph(Lines(element)),
    };

    private static ArticleBlock.Quotation Quotation(IElement element)
    {
        var source = element.QuerySelector("footer");
        var paragraphs = element.Children.Where(child => child != source).Select(Lines);
        return new([.. paragraphs], source is null ? null : OneLine(source).TrimStart('—', ' '));
    }

    private static string OneLine(IElement element) => Lines(element).Replace('\n', ' ');

    private static string Lines(IElement element) => string.Join('\n', element.TextContent.Split('\n',
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
