using System.Text.Json.Nodes;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;

namespace Coulisse.Signals.Pages;

/// <summary>The item for search engines (schema.org), as a data block: never run, and escaped so that nothing in it ends it.</summary>
public static class StructuredData
{
    public static string Script(ItemModel model, string canonical, PageOptions options)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = model.IsStatement ? "Statement" : "NewsArticle",
            ["headline"] = model.Live.Title,
            ["inLanguage"] = model.Edition.Language.Value,
            ["url"] = canonical,
            ["datePublished"] = model.Item.PublishedAt?.ToString(),
            ["dateModified"] = (model.HasChanged ? model.Live.WrittenAt : model.Item.PublishedAt)?.ToString(),
            ["commentCount"] = model.Comments,
        };
        if (model.Item.Original is { Live: not null } original && original.Language != model.Edition.Language)
            data["translationOfWork"] = new JsonObject { ["@id"] = options.Absolute(Addresses.Edition(model.Item, original)) };
        // The default encoder writes <, > and & as \u escapes.
        return $"<script type=\"application/ld+json\">{data.ToJsonString()}</script>";
    }
}
