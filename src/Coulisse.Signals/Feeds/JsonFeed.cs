using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Feeds;

/// <summary>The same entries as JSON Feed 1.1 (jsonfeed.org), with what is ours under <c>_coulisse</c>.</summary>
public static class JsonFeed
{
    /// <summary>Readable text, and still inert if somebody pastes it into a page.</summary>
    internal static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static string Write(IReadOnlyList<FeedEntry> entries, string path, string title, string? language,
        PageOptions options, CommentCount comments) => new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = title,
            ["language"] = language,
            ["feed_url"] = options.Absolute(path),
            ["home_page_url"] = options.Absolute(language is null ? "/" : $"/{language}/"),
            ["items"] = new JsonArray([.. entries.Select(entry => Item(entry, options, comments))]),
        }.ToJsonString(Readable);

    private static JsonObject Item(FeedEntry entry, PageOptions options, CommentCount comments) => new()
    {
        ["id"] = options.Absolute($"/{entry.Edition.Language}/{entry.Item.Id}"),
        ["url"] = options.Absolute(Addresses.Edition(entry.Item, entry.Edition)),
        ["title"] = entry.Edition.Live!.Title,
        ["language"] = entry.Edition.Language.Value,
        ["content_html"] = entry.Html,
        ["date_published"] = entry.Item.PublishedAt!.Value.ToString(),
        ["date_modified"] = entry.ChangedAt.ToString(),
        ["authors"] = new JsonArray(new JsonObject { ["name"] = entry.Author }),
        ["_coulisse"] = EditionJson.About(entry.Item, entry.Edition, options, comments),
    };
}
