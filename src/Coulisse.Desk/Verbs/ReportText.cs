using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Coulisse.Desk.Verbs;

/// <summary>The words of a report: a text as it is, or titles and bodies of an item file of the page.</summary>
internal static class ReportText
{
    internal const int FileBytesMax = 1 << 20;

    private const int DepthMax = 8;

    /// <summary>The text; null if the file is neither.</summary>
    internal static string? Of(byte[] file)
    {
        if (!Utf8.IsValid(file))
            return null;
        var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF');
        return text.TrimStart() is ['{', ..] ? OfItem(file) : text;
    }

    private static string? OfItem(byte[] file)
    {
        try
        {
            using var item = JsonDocument.Parse(file, new() { MaxDepth = DepthMax });
            var words = item.RootElement.GetProperty("editions").EnumerateArray().SelectMany(edition =>
                edition.GetProperty("body").EnumerateArray().Prepend(edition.GetProperty("title"))
                    .Select(one => one.GetString() ?? ""));
            return string.Join('\n', words);
        }
        catch (Exception none) when (none is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
