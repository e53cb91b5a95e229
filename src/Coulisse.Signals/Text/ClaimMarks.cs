using System.Collections.Immutable;
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
            var at = block.TextContent.IndexOf(claim.Words, StringComparison.Ordinal);
            if (at < 0)
                continue;
            found.Add((at, claim));
            Wrap(block, at, at + claim.Words.Length, claim);
        }
        return [.. found.OrderBy(f => f.At).Select(f => f.Claim)];
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
