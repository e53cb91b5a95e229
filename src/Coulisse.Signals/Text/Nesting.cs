using System.Net;

namespace Coulisse.Signals.Text;

/// <summary>Markdown that nests deeper, or is cut smaller, than anybody writes: parser and sanitiser take time by the square of
/// it, or refuse.</summary>
internal static class Nesting
{
    /// <summary>Quotations and lists inside one another that begin on one line.</summary>
    public const int ContainersMax = 24;

    /// <summary>Lines, blank ones too: a body of full length in lines of forty characters.</summary>
    public const int LinesMax = 10_000;

    /// <summary>Brackets and emphasis marks in one paragraph.</summary>
    public const int InlinesMax = 2_000;

    private const int ParagraphsMax = 1_000; // what is more stands in the last

    private static readonly System.Buffers.SearchValues<char> Openers = System.Buffers.SearchValues.Create("[*_~^=+`<|");

    public static bool IsDeep(string markdown)
    {
        var (lines, inlines) = (0, 0);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            inlines = line.IsWhiteSpace() ? 0 : inlines + InlinesOf(line);
            if (++lines > LinesMax || inlines > InlinesMax || ContainersOf(line) > ContainersMax)
                return true;
        }
        return false;
    }

    /// <summary>The words with their marks, a paragraph where a blank line stands between.</summary>
    public static string AsTyped(string markdown) => string.Concat(markdown.ReplaceLineEndings("\n")
        .Split("\n\n", ParagraphsMax, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"));

    private static int InlinesOf(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var at = line.IndexOfAny(Openers); at >= 0; at = line.IndexOfAny(Openers))
        {
            count++;
            line = line[(at + 1)..];
        }
        return count;
    }

    private static int ContainersOf(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var mark in line)
        {
            if (mark is '>' or '-' or '*' or '+' or '.' or ')')
                count++;
            else if (mark is not (' ' or '\t') && !char.IsAsciiDigit(mark))
                break;
        }
        return count;
    }
}
