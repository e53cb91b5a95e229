using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>Writes items and editions. Each call is one transaction; it returns when the commit is on the
/// disk.</summary>
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
    public async Task<int> SaveAsync(ItemId item, EditionText text, AccountId? by, Instant now,
        CancellationToken cancel)
    {
        var number = await database.WriteAsync(connection => Save(connection, item, text, by, now), cancel);
        changes.Announce(item);
        return number;
    }

    /// <summary>As <see cref="SaveAsync"/>, unless somebody else saved since the editor began.</summary>
    /// <param name="basedOn">The version that the editor had before them; 0 for an edition that did not exist.</param>
    public Task<Saving> SaveOnAsync(ItemId item, EditionText text, int basedOn, AccountId? by, Instant now,
        CancellationToken cancel) =>
            ChangeAsync(item, connection => SaveOn(connection, item, text, basedOn, by, now), cancel);

    /// <summary>Makes the latest version of this language what the public sees, once the item itself is
    /// published.</summary>
    /// <remarks>Of a statement's authentic and official editions, the latest <em>signed</em> version.</remarks>
    public Task ReleaseEditionAsync(ItemId item, LanguageTag language, CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run(ReleaseEditions + " AND language = $language",
            ("item", item.Value), ("language", language.Value)), cancel);

    /// <summary>Publishes: from now on the item is public, with the latest version of every edition.</summary>
    /// <remarks>Of a statement's authentic and official editions, the latest <em>signed</em> version.</remarks>
    /// <returns>False if the item is not a draft or scheduled (already out, or withdrawn), or an unsigned
    /// statement.</returns>
    public Task<bool> PublishAsync(ItemId item, Instant at, CancellationToken cancel) =>
        ChangeAsync(item, connection => Publish(connection, item, at), cancel);

    /// <summary>Agrees on the minute of release.</summary>
    /// <returns>False if the item is not a draft or scheduled, or an unsigned statement.</returns>
    public Task<bool> ScheduleAsync(ItemId item, Instant at, string zone, CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run($"""
            UPDATE item SET state = 2, publish_at = $at, publish_zone = $zone
            WHERE id = $item AND state IN (1, 2) AND {MayGoOut}
            """, ("item", item.Value), ("at", at.ToUnixTimeMilliseconds()), ("zone", zone)) == 1, cancel);

    /// <summary>Takes the agreed minute back; the item is a draft again.</summary>
    public Task<bool> UnscheduleAsync(ItemId item, CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run("""
            UPDATE item SET state = 1, publish_at = NULL, publish_zone = NULL WHERE id = $item AND state = 2
            """, ("item", item.Value)) == 1, cancel);

    /// <summary>Withdraws a published item: its words leave the page, its address, title, thread and this reason
    /// stay.</summary>
    public Task<bool> WithdrawAsync(ItemId item, string reason, Instant at, CancellationToken cancel) =>
        ChangeAsync(item, connection => Withdraw(connection, item, reason, at), cancel);

    /// <summary>Changes on whose authority an edition speaks; see <see cref="StandingRules"/>.</summary>
    /// <remarks>In a statement, words that become the party's leave the page until the seal has signed them.</remarks>
    public Task SetStandingAsync(ItemId item, LanguageTag language, EditionStanding standing,
        CancellationToken cancel) =>
        ChangeAsync(item, connection => connection.Run("""
            UPDATE edition SET standing = $standing, live_version = CASE
                WHEN $standing = 3 OR (SELECT kind FROM item WHERE id = $item) = 2 OR EXISTS (
                    SELECT 1 FROM signed_edition s WHERE s.item = $item AND s.language = $language
                    AND s.version = edition.live_version) THEN live_version END
            WHERE item = $item AND language = $language
            """, ("item", item.Value), ("language", language.Value), ("standing", (int)standing)), cancel);

    /// <summary>For an import that writes item and thread in one transaction: the rows alone, nothing
    /// announced.</summary>
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
            ("body", text.Body), ("sourceLanguage", text.Source?.Language.Value),
                ("sourceVersion", text.Source?.Number),
            ("engine", text.Engine), ("madeAt", text.MadeAt?.ToUnixTimeMilliseconds()),
            ("now", now.ToUnixTimeMilliseconds()), ("by", by?.Value), ("note", text.Note));
        return number;
    }

    private static Saving SaveOn(SqliteConnection connection, ItemId item, EditionText text, int basedOn, AccountId? by,
        Instant now)
    {
        if (ItemStore.Find(connection, item) is not { State: not ItemState.Withdrawn } found)
            return new Saving.Closed();
        var before = found.In(text.Language);
        if (text.Standing is EditionStanding.Machine
            && (text.Language == found.OriginalLanguage || before is { Standing: not EditionStanding.Machine }))
            return new Saving.PeoplesWordsStand();
        if (before is null && found.Editions.Length >= Limits.EditionsMax)
            return new Saving.TooManyEditions();
        if ((before?.Latest.Number ?? 0) != basedOn)
            return before is null ? new Saving.Closed() : new Saving.Overtaken(before.Latest);
        var kept = text with { Standing = before?.Standing ?? text.Standing };
        return new Saving.Saved(Save(connection, item, kept, by, now));
    }

    internal static bool Publish(SqliteConnection connection, ItemId item, Instant at)
    {
        var isOut = connection.Run(
            $"UPDATE item SET state = 3, published_at = $at WHERE id = $item AND state IN (1, 2) AND {MayGoOut}",
            ("item", item.Value), ("at", at.ToUnixTimeMilliseconds())) == 1;
        if (isOut)
            connection.Run(ReleaseEditions, ("item", item.Value));
        return isOut;
    }

    internal static bool Withdraw(SqliteConnection connection, ItemId item, string reason, Instant at) =>
        connection.Run("""
            UPDATE item SET state = 4, withdrawn_at = $at, withdrawal_reason = $reason WHERE id = $item AND state = 3
            """, ("item", item.Value), ("at", at.ToUnixTimeMilliseconds()), ("reason", reason)) == 1;

    /// <summary>A report always; a statement once the keeper of the seal has signed it.</summary>
    private const string MayGoOut = """
        (kind = 2 OR EXISTS (SELECT 1 FROM signed_file f WHERE f.item = item.id AND f.kind = 1))
        """;

    /// <summary>The latest version; where the words are the party's (a statement's, not a machine's) the latest signed
    /// one.</summary>
    private const string ReleaseEditions = """
        UPDATE edition SET live_version = CASE
            WHEN standing <> 3 AND (SELECT kind FROM item WHERE id = edition.item) = 1 THEN ifnull(
                (SELECT s.version FROM signed_edition s WHERE s.item = edition.item AND s.language = edition.language
                 AND s.revision = (SELECT max(revision) FROM signed_file f WHERE f.item = edition.item AND f.kind = 1)),
                live_version)
            ELSE (SELECT max(number) FROM edition_version v
                  WHERE v.item = edition.item AND v.language = edition.language)
            END
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
