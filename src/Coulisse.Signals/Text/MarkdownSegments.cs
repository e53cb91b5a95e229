using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace Coulisse.Signals.Text;

/// <summary>The running words in Markdown, without the marks that make headings, lists, quotations and tables.</summary>
/// <remarks>Code is left out: it is not to be translated.</remarks>
public static partial class MarkdownSegments
{
    private static readonly MarkdownPipeline Precise = Body.NewPipeline().UsePreciseSourceLocation().Build();

    /// <summary>Paragraphs, headings and cells in reading order, each on one line.</summary>
    public static ImmutableArray<string> Of(string markdown) =>
        [.. Find(markdown).Select(range => OneLine(markdown[range]))];

    /// <summary>The same Markdown with other words in its segments.</summary>
    /// <param name="markdown">What <see cref="Of"/> was asked about.</param>
    /// <param name="words">As many as it has segments, in the same order.</param>
    public static string With(string markdown, ImmutableArray<string> words)
    {
        var result = new StringBuilder(markdown.Length);
        var (position, next) = (0, 0);
        foreach (var range in Find(markdown))
        {
            result.Append(markdown, position, range.Start.Value - position).Append(Inert(words[next++]));
            position = range.End.Value;
        }
        return result.Append(markdown, position, markdown.Length - position).ToString();
    }

    private static List<Range> Find(string markdown)
    {
        if (Parsed(markdown) is not { } parsed)
            return [];
        var found = new List<Range>();
        foreach (var leaf in parsed.Descendants<LeafBlock>())
        {
            if (leaf is not (ParagraphBlock or HeadingBlock) || leaf.Inline is not { FirstChild: { } first, LastChild: { } last })
                continue;
            var (start, end) = (first.Span.Start, last.Span.End + 1);
            if (start >= (found.Count == 0 ? 0 : found[^1].End.Value) && end > start && end <= markdown.Length)
                found.Add(start..end);
        }
        return found;
    }

    /// <summary>Null for what nests without end: shown as it was typed, it has no parts.</summary>
    private static MarkdownDocument? Parsed(string markdown)
    {
        if (Nesting.IsDeep(markdown))
            return null;
        try
        {
            return Markdown.Parse(markdown, Precise);
        }
        catch (ArgumentException)
        {
            return null; // The parser's own limit on depth, which it cannot be asked about before.
        }
    }

    /// <summary>Continuation lines of a quotation begin with its mark, which is not part of the words.</summary>
    private static string OneLine(string text) => Continuation().Replace(text, " ").Trim();

    /// <summary>A translation cannot become a heading, list, quotation or table that its source was not.</summary>
    private static string Inert(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Numbered().Match(line) is { Success: true } number)
            line = line.Insert(number.Groups[1].Index, "\\");
        return line.Length > 0 && "#>-+=~`|:".Contains(line[0], StringComparison.Ordinal) ? "\\" + line
            : line.StartsWith("* ", StringComparison.Ordinal) ? "\\" + line : line;
    }

    [GeneratedRegex(@"[ \t]*\n[ \t>]*")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^[0-9]{1,9}([.)])( |$)")]
    private static partial Regex Numbered();
}
