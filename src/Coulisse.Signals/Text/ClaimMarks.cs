using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using Coulisse.Signals.Claims;

namespace Coulisse.Signals.Text;

/// <summary>Finds the words of claims in a block and marks them where they stand.</summary>
/// <remarks>Words may run across emphasis and links, so each touched text node gets a mark of its own.</remarks>
internal static class ClaimMarks
{
    public static ImmutableArray<Claim> MarkIn(IElement block, IEnumerable<Claim> claims)
    {
        var found = new List<(int At, Claim Claim)>();
        foreach (var claim in claims)
        {
            if (Find(block.TextContent, claim.Words) is not var (from, to))
                continue;
            found.Add((from, claim));
            Wrap(block, from, to, claim);
        }
        return [.. found.OrderBy(f => f.At).Select(f => f.Claim)];
    }

    /// <summary>Where the words stand; white space of any kind and length counts as one space.</summary>
    private static (int From, int To)? Find(string text, string words)
    {
        var (line, places) = OnOneLine(text);
        var at = words.Length == 0 ? -1 : line.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : (places[at], places[at + words.Length - 1] + 1);
    }

    private static (string Line, List<int> Places) OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = char.IsWhiteSpace(text[i]);
            if (isSpace && (line.Length == 0 || line[^1] == ' '))
                continue;
            line.Append(isSpace ? ' ' : text[i]);
            places.Add(i);
        }
        return (line.ToString(), places);
    }

    private static void Wrap(IElement block, int from, int to, Claim claim)
    {
        var position = 0;
        var isFirst = true;
        foreach (var text in block.Descendants<IText>().ToArray())
        {
            var start = Math.Max(from - position, 0);
            var end = Math.Min(to - position, text.Data.Length);
            position += text.Data.Length;
            if (start >= end)
                continue;
            WrapPart(text, start, end, claim, isFirst);
            isFirst = false;
        }
    }

    private static void WrapPart(IText text, int start, int end, Claim claim, bool isFirst)
    {
        var words = text.Data;
        var mark = text.Owner!.CreateElement("mark");
        mark.ClassName = "claim";
        if (isFirst)
            mark.Id = "claim-" + claim.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        mark.TextContent = words[start..end];
        text.Parent!.InsertBefore(text.Owner.CreateTextNode(words[..start]), text);
        text.Parent.InsertBefore(mark, text);
        text.Data = words[end..];
    }
}
