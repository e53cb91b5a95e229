using Coulisse.Signals.SavedArticles;

namespace Coulisse.Signals.Exchange;

/// <summary>A saved article's body as the Markdown that an edition keeps.</summary>
internal static class ArticleMarkdown
{
    public static string From(IEnumerable<ArticleBlock> body) => string.Join("\n\n", body.Select(From));

    private static string From(ArticleBlock block) => block switch
    {
        ArticleBlock.Paragraph paragraph => MarkdownEscape.Paragraph(paragraph.Text),
        ArticleBlock.Heading heading => "## " + MarkdownEscape.Line(heading.Text),
        ArticleBlock.ListItems list => string.Join('\n', list.Items.Select(item => "- " + MarkdownEscape.Line(item))),
        ArticleBlock.Quotation quotation => string.Join("\n>\n", Quoted(quotation).Select(paragraph => "> "
            + paragraph.Replace("\n", "\n> ", StringComparison.Ordinal))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The attribution is the last paragraph and begins with a dash: the page shows it as the quotation's source.</summary>
    private static IEnumerable<string> Quoted(ArticleBlock.Quotation quotation)
    {
        foreach (var paragraph in quotation.Paragraphs)
            yield return MarkdownEscape.Paragraph(paragraph);
        if (quotation.Attribution is { } source)
            yield return "— " + MarkdownEscape.Line(source);
    }
}
