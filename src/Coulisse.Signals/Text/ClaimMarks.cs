using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
        var text = block.TextContent;
        var found = claims.Select(claim => (At: Find(text, claim.Words), Claim: claim))
            .Where(f => f.At is not null).OrderBy(f => f.At!.Value.From).ToList();
        // From the end backwards, so that a number set behind one claim's words does not move the words of an earlier one.
        for (var i = found.Count - 1; i >= 0; i--)
            Wrap(block, found[i].At!.Value.From, found[i].At!.Value.To, found[i].Claim, numberedSoFar + i + 1);
        return [.. found.Select(f => f.Claim)];
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
