using System.Collections.Immutable;
using Markdig;
using Markdig.Syntax;

namespace Coulisse.Signals.Text;

/// <summary>Cuts Markdown into the pieces that become a body's blocks, so that two languages can be laid side by side.</summary>
public static class MarkdownParts
{
    /// <summary>The Markdown of each block, in order; joined by blank lines they are the same body again.</summary>
    public static ImmutableArray<string> Of(string markdown)
    {
        var parsed = Markdown.Parse(markdown, Body.Markdown);
        var starts = parsed.Where(block => block is not LinkReferenceDefinitionGroup)
            .Select(block => LineStart(markdown, block.Span.Start)).Distinct().Order().ToArray();
        if (starts.Length == 0)
            return markdown.Trim() is { Length: > 0 } rest ? [rest] : [];
        starts[0] = 0;
        return [.. starts.Select((start, i) => markdown[start..(i + 1 < starts.Length ? starts[i + 1] : markdown.Length)].Trim('\n'))];
    }

    /// <summary>The body made of these pieces; empty ones are left out.</summary>
    public static string Join(IEnumerable<string> parts) =>
        string.Join("\n\n", parts.Select(part => part.Trim('\n')).Where(part => !string.IsNullOrWhiteSpace(part)));

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
}
