using System.Collections.Immutable;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>Reads items; <see cref="ItemWriter"/> writes them.</summary>
public sealed class ItemStore(Database database)
{
    public Item? Find(ItemId id) => database.Read(connection => Find(connection, id));

    /// <summary>One version of an edition, or null.</summary>
    public EditionVersion? Version(ItemId item, LanguageTag language, int number) =>
        database.Read(connection => ReadVersion(connection, item, language, number));

    /// <summary>By the id that stands in signed files.</summary>
    public Item? FindByPublicId(string publicId) => database.Read(connection =>
        ReadItems(connection, "WHERE public_id = $id", ("id", publicId)).FirstOrDefault());

    /// <summary>Published and withdrawn items, the newest first.</summary>
    public ImmutableArray<Item> Public(int most) => database.Read(connection => ReadItems(connection,
        "WHERE state IN (3, 4) ORDER BY published_at DESC, id DESC LIMIT $most", ("most", most)));

    /// <summary>Whether the public may read anything in this language.</summary>
    public bool HasEditionIn(LanguageTag language) => database.Read(connection => connection.Number("""
        SELECT count(*) FROM edition JOIN item ON item.id = edition.item
        WHERE edition.language = $language AND edition.live_version IS NOT NULL AND item.state IN (3, 4)
        """, ("language", language.Value)) > 0);

    /// <summary>Every item, for its publisher, the newest first.</summary>
    public ImmutableArray<Item> All(int most) => database.Read(connection => ReadItems(connection,
        "ORDER BY id DESC LIMIT $most", ("most", most)));

    /// <summary>Scheduled items whose minute has come by <paramref name="now"/>.</summary>
    public ImmutableArray<ItemId> Due(Instant now) => database.Read(connection => connection.All(
        "SELECT id FROM item WHERE state = 2 AND publish_at <= $now ORDER BY publish_at, id",
        row => new ItemId(row.GetInt64(0)), ("now", now.ToUnixTimeMilliseconds())).ToImmutableArray());

    /// <summary>When the next release is due, or null.</summary>
    public Instant? NextRelease() => database.Read(connection => connection.First(
        "SELECT min(publish_at) FROM item WHERE state = 2",
        row => new Box<Instant?>(InstantOrNull(row, 0)))?.Value);

    internal static Item? Find(SqliteConnection connection, ItemId id) =>
        ReadItems(connection, "WHERE id = $id", ("id", id.Value)).FirstOrDefault();

    private static ImmutableArray<Item> ReadItems(SqliteConnection connection, string which,
        params (string Name, object? Value)[] values)
    {
        var items = connection.All($"""
            SELECT id, public_id, kind, state, original_language, created_at, publish_at, publish_zone,
                   published_at, withdrawn_at, withdrawal_reason, imported_from, original_address
            FROM item {which}
            """, ReadItem, values);
        return [.. items.Select(item => item with { Editions = ReadEditions(connection, item) })];
    }

    private static Item ReadItem(SqliteDataReader row) => new(
        Id: new(row.GetInt64(0)),
        PublicId: row.GetString(1),
        Kind: (ItemKind)row.GetInt32(2),
        State: (ItemState)row.GetInt32(3),
        OriginalLanguage: LanguageTag.Parse(row.TextOrNull(4)),
        CreatedAt: Instant.FromUnixTimeMilliseconds(row.GetInt64(5)),
        PublishAt: InstantOrNull(row, 6),
        PublishZone: row.TextOrNull(7),
        PublishedAt: InstantOrNull(row, 8),
        WithdrawnAt: InstantOrNull(row, 9),
        WithdrawalReason: row.TextOrNull(10),
        ImportedFrom: row.TextOrNull(11),
        OriginalAddress: row.TextOrNull(12),
        Editions: []);

    private static ImmutableArray<Edition> ReadEditions(SqliteConnection connection, Item item)
    {
        var editions = connection.All(
            "SELECT language, standing, live_version FROM edition WHERE item = $item ORDER BY language",
            row => (Language: LanguageTag.Known(row.GetString(0)), Standing: (EditionStanding)row.GetInt32(1),
                Live: row.NumberOrNull(2)),
            ("item", item.Id.Value));
        return [.. editions
            .Select(e => new Edition(e.Language, e.Standing,
                e.Live is { } live ? ReadVersion(connection, item.Id, e.Language, (int)live) : null,
                ReadVersion(connection, item.Id, e.Language, null)!))
            .OrderBy(e => e.Language != item.OriginalLanguage)];
    }

    /// <summary>One version of an edition; with no number, the latest.</summary>
    internal static EditionVersion? ReadVersion(SqliteConnection connection, ItemId item, LanguageTag language, int? number) =>
        connection.First("""
            SELECT number, title, body, source_language, source_version, engine, made_at, written_at, note
            FROM edition_version WHERE item = $item AND language = $language AND ($number IS NULL OR number = $number)
            ORDER BY number DESC LIMIT 1
            """,
            row => new EditionVersion(
                Number: row.GetInt32(0),
                Title: row.GetString(1),
                Body: row.GetString(2),
                Source: row.TextOrNull(3) is { } source ? new(LanguageTag.Known(source), row.GetInt32(4)) : null,
                Engine: row.TextOrNull(5),
                MadeAt: InstantOrNull(row, 6),
                WrittenAt: Instant.FromUnixTimeMilliseconds(row.GetInt64(7)),
                Note: row.TextOrNull(8)),
            ("item", item.Value), ("language", language.Value), ("number", number));

    /// <summary>Every version of an edition that the public has seen or sees, the newest first.</summary>
    public ImmutableArray<EditionVersion> History(ItemId item, LanguageTag language) => database.Read(connection =>
        connection.All("SELECT number FROM edition_version WHERE item = $item AND language = $language ORDER BY number DESC",
            row => row.GetInt32(0), ("item", item.Value), ("language", language.Value))
        .Select(number => ReadVersion(connection, item, language, number)!).ToImmutableArray());

    private static Instant? InstantOrNull(SqliteDataReader row, int column) =>
        row.NumberOrNull(column) is { } milliseconds ? Instant.FromUnixTimeMilliseconds(milliseconds) : null;

    private sealed record Box<T>(T Value);
}
