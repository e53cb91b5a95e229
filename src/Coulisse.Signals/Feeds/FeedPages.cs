using Coulisse.Signals.Claims;
using Coulisse.Signals.Items;
using Coulisse.Languages;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Site;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Feeds;

/// <summary>What machines read: feeds per language and combined, editions as JSON, the sitemap, robots.txt.</summary>
internal static class FeedPages
{
    public const int EntriesMax = 50;

    private const string Atom = "application/atom+xml; charset=utf-8";
    private const string Json = "application/feed+json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/feed.atom", (HttpContext context, Sources from) => from.AtomAsync(context, null));
        page.MapGet("/feed.json", (HttpContext context, Sources from) => from.JsonAsync(context, null));
        page.MapGet("/{language:length(2,35)}/feed.atom", (string language, HttpContext context, Sources from) =>
            from.IsSpoken(language) ? from.AtomAsync(context, language) : NotFoundAsync(context));
        page.MapGet("/{language:length(2,35)}/feed.json", (string language, HttpContext context, Sources from) =>
            from.IsSpoken(language) ? from.JsonAsync(context, language) : NotFoundAsync(context));
        page.MapGet("/{language:length(2,35)}/{item:long}.json", EditionAsync);
        page.MapGet("/sitemap.xml", (HttpContext context, Sources from) => from.SitemapAsync(context));
        page.MapGet("/robots.txt", (PageOptions options) => Results.Text(
            $"User-agent: *\nDisallow: /publisher/\nDisallow: /account\nSitemap: {options.Absolute("/sitemap.xml")}\n"));
    }

    private static async Task EditionAsync(string language, long item, HttpContext context, ItemStore items, ClaimReader claims,
        PageAnswers answers, Changes changes, PageOptions options, CommentCount comments)
    {
        var id = new ItemId(item);
        var state = changes.OfItem(id);
        if (LanguageTag.Parse(language) is not { } tag || items.Find(id) is not { IsPublic: true } found
            || found.In(tag) is not { Live: not null } edition)
        {
            await NotFoundAsync(context);
            return;
        }
        await answers.SendKeptAsync(context, $"/{language}/{item}.json", state, "application/json; charset=utf-8",
            () => EditionJson.Whole(found, edition, claims.Of(id, tag), options, comments));
    }

    private static Task NotFoundAsync(HttpContext context) => ErrorPages.ShowAsync(context, StatusCodes.Status404NotFound);

    /// <summary>What the feeds are made from.</summary>
    public sealed class Sources(ItemStore items, SiteSettings settings, PageOptions options, Changes changes,
        PageAnswers answers, CommentCount comments, InterfaceLanguages languages)
    {
        /// <summary>A language of the interface or of an edition, as it is written: there is no feed of anything else to keep.</summary>
        public bool IsSpoken(string language) => LanguageTag.Parse(language) is { } tag && tag.Value == language
            && (languages.Find(language) is not null || items.HasEditionIn(tag));

        public Task AtomAsync(HttpContext context, string? language)
        {
            var path = language is null ? "/feed.atom" : $"/{language}/feed.atom";
            return answers.SendKeptAsync(context, path, changes.OfPage(), Atom, () =>
                AtomFeed.Write(Entries(language), path, settings.NameIn(language ?? settings.DefaultLanguage), language, options));
        }

        public Task JsonAsync(HttpContext context, string? language)
        {
            var path = language is null ? "/feed.json" : $"/{language}/feed.json";
            return answers.SendKeptAsync(context, path, changes.OfPage(), Json, () => JsonFeed.Write(
                Entries(language), path, settings.NameIn(language ?? settings.DefaultLanguage), language, options, comments));
        }

        public Task SitemapAsync(HttpContext context) => answers.SendKeptAsync(context, "/sitemap.xml", changes.OfPage(),
            "application/xml; charset=utf-8", () => Sitemap.Write(items.Public(Sitemap.AddressesMax), options));

        private System.Collections.Immutable.ImmutableArray<FeedEntry> Entries(string? language) =>
            FeedEntry.From(items.Public(EntriesMax), language, settings);
    }
}
