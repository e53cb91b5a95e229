using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using Coulisse.Signals.Claims;

namespace Coulisse.Signals.Text;

/// <summary>Finds the words of claims in a block and marks them where they stand.</summary>
/// <remarks>Words may run across emphasis and links, so each touched text node gets a mark of its own.</remarks>
internal static class ClaimMarks
{
    /// <param name="block">Marked in place; each claim's last words are followed by its number, a link to its note.</param>
    /// <param name="claims">Those not yet found in an earlier block.</param>
    /// <param name="numberedSoFar">Claims found in earlier blocks.</param>
    public static ImmutableArray<Claim> MarkIn(IElement block, IEnumerable<Claim> claims, int numberedSoFar)
    {
        var words = block.TextContent;
        var found = claims
            .Select(claim => (At: words.IndexOf(claim.Words, StringComparison.Ordinal), Claim: claim))
            .Where(f => f.At >= 0).OrderBy(f => f.At).ToList();
        // From the end backwards, so that a number set behind one claim's words does not move the words of an earlier one.
        for (var i = found.Count - 1; i >= 0; i--)
            Wrap(block, found[i].At, found[i].At + found[i].Claim.Words.Length, found[i].Claim, numberedSoFar + i + 1);
        return [.. found.Select(f => f.Claim)];
    }

    private static void Wrap(IElement block, int from, int to, Claim claim, int number)
    {
        var position = 0;
        IElement? last = null;
        foreach (var text in block.Descendants<IText>().ToArray())
        {
            var start = Math.Max(from - position, 0);
            var end = Math.Min(to - position, text.Data.Length);
            position += text.Data.Length;
            if (start < end)
                last = WrapPart(text, start, end, claim, isFirst: last is null);
        }
        last?.Parent!.InsertBefore(Reference(block.Owner!, number), last.NextSibling);
    }

    private static IElement Reference(IDocument document, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var link = document.CreateElement("a");
        link.SetAttribute("href", "#note-" + digits);
        link.TextContent = digits;
        var reference = document.CreateElement("sup");
        reference.ClassName = "claim-ref";
        reference.AppendChild(link);
        return reference;
    }

    private static IElement WrapPart(IText text, int start, int end, Claim claim, bool isFirst)
    {
        var words = text.Data;
        var mark = text.Owner!.CreateElement("mark");
        mark.ClassName = "claim";
        if (isFirst)
            mark.Id = "claim-" + claim.Id.Value.ToString(CultureInfo.InvariantCulture);
        mark.TextContent = words[start..end];
        text.Parent!.InsertBefore(text.Owner.CreateTextNode(words[..start]), text);
        text.Parent.InsertBefore(mark, text);
        text.Data = words[end..];
        return mark;
    }
}
