using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Coulisse.Fuzz.Targets;

/// <summary>Whether HTML of ours runs nothing, loads nothing and leads nowhere it should not.</summary>
internal static class Inert
{
    private static readonly string[] Forbidden =
    [
        "script", "style", "iframe", "object", "embed", "img", "svg", "math", "link", "meta", "base", "form", "input",
        "video", "audio", "template", "frame", "button",
    ];

    private static readonly string[] Schemes = ["http:", "https:", "mailto:"];

    /// <summary>A sentence, or null.</summary>
    public static string? FaultOf(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return document.Body!.Descendants<IElement>().Concat(document.Head!.Descendants<IElement>())
            .Select(FaultOf).FirstOrDefault(fault => fault is not null);
    }

    private static string? FaultOf(IElement element)
    {
        if (Forbidden.Contains(element.LocalName, StringComparer.OrdinalIgnoreCase))
            return $"There is a <{element.LocalName}>.";
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || attribute.Name is "style" or "src")
                return $"There is an attribute {attribute.Name}.";
            if (attribute.Name == "href" && !IsHarmless(attribute.Value))
                return $"A link leads to {attribute.Value}.";
        }
        return null;
    }

    // As a browser reads it: control characters at the ends and tabs and line ends anywhere do not count.
    internal static bool IsHarmless(string address)
    {
        var read = new string([.. address.Where(one => one is not ('\t' or '\n' or '\r'))])
            .Trim([.. Enumerable.Range(0, 0x21).Select(one => (char)one)]);
        var colon = read.IndexOf(':', StringComparison.Ordinal);
        var path = read.IndexOfAny(['/', '?', '#']);
        return colon < 0 || (path >= 0 && path < colon)
            || Schemes.Any(scheme => read.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }
}
