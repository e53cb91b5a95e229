using System.Collections.Immutable;
using System.Text.Json;
using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Claims;

/// <summary>Reads the claims of an edition that stand today.</summary>
public sealed class ClaimReader(Database database)
{
    public ImmutableArray<Claim> Of(ItemId item, LanguageTag language) =>
        database.Read(connection => Read(connection, item, language));

    internal static ImmutableArray<Claim> Read(SqliteConnection connection, ItemId item, LanguageTag language) =>
        [.. connection.All("""
            SELECT id, words, speaker, source, chain, hedge FROM claim
            WHERE item = $item AND language = $language AND retired_at IS NULL ORDER BY id
            """,
            row => new Claim(
                Id: new(row.GetInt64(0)),
                Item: item,
                Language: language,
                Words: row.GetString(1),
                Speaker: row.GetString(2),
                Source: row.GetString(3),
                Chain: JsonSerializer.Deserialize<ImmutableArray<string>>(row.GetString(4)),
                Hedge: (Hedge)row.GetInt32(5)),
            ("item", item.Value), ("language", language.Value))];
}
