using System.Text.Json;
using Coulisse.Signals.Feeds;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Exchange;

/// <summary>Puts an item file into the page, whole or not at all. A report is public at once; a statement waits for its seal.</summary>
public sealed class ItemImport(Database database, ItemWriter items, Changes changes)
{
    public async Task<ItemId> ImportAsync(ItemFile file, Instant now, CancellationToken cancel)
    {
        var id = await database.WriteAsync(connection =>
        {
            var created = Create(connection, file, now);
            if (file.Kind == "report")
                ItemWriter.Publish(connection, created, now);
            return created;
        }, cancel);
        changes.Announce(id);
        return id;
    }

    internal static string Markdown(ItemFile.Edition edition) => string.Join("\n\n", edition.Body);

    private ItemId Create(SqliteConnection connection, ItemFile file, Instant now)
    {
        var original = file.Original is { } language ? LanguageTag.Known(language) : (LanguageTag?)null;
        // The original first: translations name its version.
        var ordered = file.Editions.OrderBy(e => e.Language != file.Original).ToList();
        var kind = file.Kind == "statement" ? ItemKind.Statement : ItemKind.Report;
        var created = items.Create(connection,
            new(kind, original, TextOf(ordered[0]), OriginalAddress: file.OriginalAddress), by: null, now);
        foreach (var edition in ordered.Skip(1))
            ItemWriter.Save(connection, created, TextOf(edition), by: null, now);
        foreach (var claim in file.Claims.IsDefault ? [] : file.Claims)
            Insert(connection, created, claim, now);
        return created;
    }

    private static EditionText TextOf(ItemFile.Edition edition) => new(
        LanguageTag.Known(edition.Language), StandingOf(edition.Standing), edition.Title, Markdown(edition),
        edition.Source is { } source ? new(LanguageTag.Known(source), Number: 1) : null,
        edition.Engine, edition.Made is { } made ? Instant.FromDateTimeOffset(made) : null);

    private static EditionStanding StandingOf(string word) =>
        Enum.GetValues<EditionStanding>().First(standing => AtomFeed.StandingWord(standing) == word);

    private static void Insert(SqliteConnection connection, ItemId item, ItemFile.Claim claim, Instant now) => connection.Run("""
        INSERT INTO claim (item, language, words, speaker, source, chain, hedge, entered_at)
        VALUES ($item, $language, $words, $speaker, $source, $chain, $hedge, $now)
        """,
        ("item", item.Value), ("language", claim.Language), ("words", claim.Words), ("speaker", claim.Speaker),
        ("source", claim.Source ?? ""), ("chain", JsonSerializer.Serialize(claim.Chain.IsDefault ? [] : claim.Chain)),
        ("hedge", (int)ItemFile.HedgeOf(claim.Hedge)!), ("now", now.ToUnixTimeMilliseconds()));
}
