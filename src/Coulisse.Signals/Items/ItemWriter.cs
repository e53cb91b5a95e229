using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>Writes items and editions. Each call is one transaction; it returns when the commit is on the disk.</summary>
public sealed class ItemWriter(Database database, Changes changes, IRandomSource random)
{
    /// <summary>A new item with its first edition, as a draft.</summary>
    public async Task<ItemId> CreateAsync(NewItem item, AccountId? by, Instant now, CancellationToken cancel)
    {
        var id = await database.WriteAsync(connection => Create(connection, item, by, now), cancel);
        changes.Announce(id);
        return id;
    }

    /// <summary>Adds a version to an edition, creating the edition if the item has none in that language.</summary>
    /// <returns>The version's number.</returns>
    public async Task<int> SaveAsync(ItemId item, EditionText text, AccountId? by, Instant now, CancellationToken cancel)
    {
        var number = await database.WriteAsync(connection => Save(connection, item, text, by, now), cancel);
        changes.Announce(item);
        return number;
    }

    /// <summary>Makes the latest version of this language what the public sees, once the item itself is published.</summary>
    public Task ReleaseEditionAsync(ItemId item, LanguageTag language, CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run(ReleaseEditions + " AND language = $language",
            ("item", item.Value), ("language", language.Value)), cancel);

    /// <summary>Publishes: from now on the item is public, with the latest version of every edition.</summary>
    /// <returns>False if the item is not a draft or scheduled (already out, or withdrawn).</returns>
    public Task<bool> PublishAsync(ItemId item, Instant at, CancellationToken cancel) =>
        ChangeAsync(item, connection => Publish(connection, item, at), cancel);

    /// <summary>Agrees on the minute of release.</summary>
    /// <returns>False if the item is not a draft or scheduled.</returns>
    public Task<bool> ScheduleAsync(ItemId item, Instant at, string zone, CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run("""
            UPDATE item SET state = 2, publish_at = $at, publish_zone = $zone WHERE id = $item AND state IN (1, 2)
            """, ("item", item.Value), ("at", at.ToUnixTimeMilliseconds()), ("zone", zone)) == 1, cancel);

    /// <summary>Takes the agreed minute back; the item is a draft again.</summary>
    public Task<bool> UnscheduleAsync(ItemId item, CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run("""
            UPDATE item SET state = 1, publish_at = NULL, publish_zone = NULL WHERE id = $item AND state = 2
            """, ("item", item.Value)) == 1, cancel);

    /// <summary>Withdraws a published item: its words leave the page, its address, title, thread and this reason stay.</summary>
    public Task<bool> WithdrawAsync(ItemId item, string reason, Instant at, CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run("""
            UPDATE item SET state = 4, withdrawn_at = $at, withdrawal_reason = $reason WHERE id = $item AND state = 3
            """, ("item", item.Value), ("at", at.ToUnixTimeMilliseconds()), ("reason", reason)) == 1, cancel);

    /// <summary>Changes on whose authority an edition speaks.</summary>
    public Task SetStandingAsync(ItemId item, LanguageTag language, EditionStanding standing, CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run(
            "UPDATE edition SET standing = $standing WHERE item = $item AND language = $language",
            ("item", item.Value), ("language", language.Value), ("standing", (int)standing)), cancel);

    /// <summary>For an import that writes item and thread in one transaction: the rows alone, nothing announced.</summary>
    internal ItemId Create(SqliteConnection connection, NewItem item, AccountId? by, Instant now)
    {
        connection.Run("""
            INSERT INTO item (public_id, kind, state, original_language, created_at, imported_from, original_address)
            VALUES ($public, $kind, 1, $original, $now, $from, $address)
            """,
            ("public", item.PublicId ?? NewPublicId()), ("kind", (int)item.Kind),
            ("original", item.OriginalLanguage?.Value), ("now", now.ToUnixTimeMilliseconds()),
            ("from", item.ImportedFrom), ("address", item.OriginalAddress));
        var id = new ItemId(connection.Number("SELECT last_insert_rowid()"));
        Save(connection, id, item.First, by, now);
        return id;
    }

    internal static int Save(SqliteConnection connection, ItemId item, EditionText text, AccountId? by, Instant now)
    {
        connection.Run("""
            INSERT INTO edition (item, language, standing) VALUES ($item, $language, $standing)
            ON CONFLICT (item, language) DO UPDATE SET standing = $standing
            """, ("item", item.Value), ("language", text.Language.Value), ("standing", (int)text.Standing));
        var number = (int)connection.Number(
            "SELECT max(number) FROM edition_version WHERE item = $item AND language = $language",
            ("item", item.Value), ("language", text.Language.Value)) + 1;
        connection.Run("""
            INSERT INTO edition_version (item, language, number, title, body, source_language, source_version,
                                         engine, made_at, written_at, written_by, note)
            VALUES ($item, $language, $number, $title, $body, $sourceLanguage, $sourceVersion,
                    $engine, $madeAt, $now, $by, $note)
            """,
            ("item", item.Value), ("language", text.Language.Value), ("number", number), ("title", text.Title),
            ("body", text.Body), ("sourceLanguage", text.Source?.Language.Value), ("sourceVersion", text.Source?.Number),
            ("engine", text.Engine), ("madeAt", text.MadeAt?.ToUnixTimeMilliseconds()),
            ("now", now.ToUnixTimeMilliseconds()), ("by", by?.Value), ("note", text.Note));
        return number;
    }

    internal static bool Publish(SqliteConnection connection, ItemId item, Instant at)
    {
        var isOut = connection.Run("UPDATE item SET state = 3, published_at = $at WHERE id = $item AND state IN (1, 2)",
            ("item", item.Value), ("at", at.ToUnixTimeMilliseconds())) == 1;
        if (isOut)
            connection.Run(ReleaseEditions, ("item", item.Value));
        return isOut;
    }

    private const string ReleaseEditions = """
        UPDATE edition SET live_version = (SELECT max(number) FROM edition_version v
                                           WHERE v.item = edition.item AND v.language = edition.language)
        WHERE item = $item
        """;

    private async Task<T> ChangeAsync<T>(ItemId item, Func<SqliteConnection, T> change, CancellationToken cancel)
    {
        var result = await database.WriteAsync(change, cancel);
        changes.Announce(item);
        return result;
    }

    private string NewPublicId()
    {
        Span<byte> id = stackalloc byte[16];
        random.Fill(id);
        return Convert.ToHexStringLower(id);
    }
}
