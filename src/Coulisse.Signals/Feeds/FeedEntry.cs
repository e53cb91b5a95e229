using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Text;
using NodaTime;

namespace Coulisse.Signals.Feeds;

/// <summary>One edition as feeds carry it.</summary>
/// <param name="ChangedAt">When the words that are live were written, but not before they were published.</param>
/// <param name="Html">Sanitised body; empty once withdrawn.</param>
public sealed record FeedEntry(Item Item, Edition Edition, Instant ChangedAt, string Author, string Html)
{
    /// <summary>Entries of one language, or of all, the newest item first.</summary>
    public static ImmutableArray<FeedEntry> From(IEnumerable<Item> items, string? language, SiteSettings settings) =>
        [.. from item in items
            from edition in item.LiveEditions
            where language is null || edition.Language.Value == language
            select From(item, edition, settings)];

    private static FeedEntry From(Item item, Edition edition, SiteSettings settings)
    {
        var written = edition.Live!.WrittenAt;
        var published = item.PublishedAt!.Value;
        var changed = item.WithdrawnAt ?? (written > published ? written : published);
        var author = item.Kind == ItemKind.Statement && settings.Party is { } party ? party : settings.NameIn(edition.Language.Value);
        var html = item.State == ItemState.Withdrawn
            ? ""
            : string.Concat(Body.Blocks(edition.Live.Body, []).Select(block => block.Html));
        return new(item, edition, changed, author, html);
    }
}
