using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Statements;

/// <summary>The signed files of statements, byte for byte as they came from the keeper of the seal.</summary>
public sealed class SignedFileStore(Database database, Changes changes)
{
    /// <summary>Which version of each language the latest signed revision covers; empty when nothing is signed.</summary>
    public ImmutableDictionary<LanguageTag, int> Covered(ItemId item) => database.Read(connection => Covered(connection, item));

    /// <summary>The latest signed statement file, or null.</summary>
    public SignedFile? Latest(ItemId item, SignedFileKind kind) => database.Read(connection => connection.First("""
        SELECT revision, kind, bytes, seal, received_at FROM signed_file WHERE item = $item AND kind = $kind
        ORDER BY revision DESC LIMIT 1
        """, ReadFile, ("item", item.Value), ("kind", (int)kind)));

    /// <summary>Every signed file of an item, the oldest first.</summary>
    public ImmutableArray<SignedFile> All(ItemId item) => database.Read(connection => connection.All("""
        SELECT revision, kind, bytes, seal, received_at FROM signed_file WHERE item = $item ORDER BY revision, kind
        """, ReadFile, ("item", item.Value)).ToImmutableArray());

    /// <summary>Keeps a verified statement file with the versions it covers.</summary>
    /// <returns>False if that revision is there already: somebody else brought it meanwhile.</returns>
    public async Task<bool> AddStatementAsync(ItemId item, SignedFile file, ImmutableDictionary<LanguageTag, int> covers,
        CancellationToken cancel)
    {
        var isKept = await database.WriteAsync(connection =>
        {
            if (!Add(connection, item, file))
                return false;
            foreach (var (language, version) in covers.OrderBy(c => c.Key.Value, StringComparer.Ordinal))
                connection.Run("INSERT INTO signed_edition (item, revision, language, version) VALUES ($item, $revision, $language, $version)",
                    ("item", item.Value), ("revision", file.Revision), ("language", language.Value), ("version", version));
            return true;
        }, cancel);
        changes.Announce(item);
        return isKept;
    }

    internal static ImmutableDictionary<LanguageTag, int> Covered(SqliteConnection connection, ItemId item) =>
        connection.All("""
            SELECT language, version FROM signed_edition WHERE item = $item
            AND revision = (SELECT max(revision) FROM signed_file WHERE item = $item AND kind = 1)
            """, row => (Language: LanguageTag.Known(row.GetString(0)), Version: row.GetInt32(1)), ("item", item.Value))
        .ToImmutableDictionary(row => row.Language, row => row.Version);

    internal static bool Add(SqliteConnection connection, ItemId item, SignedFile file) => connection.Run("""
        INSERT INTO signed_file (item, revision, kind, bytes, seal, received_at)
        VALUES ($item, $revision, $kind, $bytes, $seal, $at) ON CONFLICT DO NOTHING
        """,
        ("item", item.Value), ("revision", file.Revision), ("kind", (int)file.Kind), ("bytes", file.Bytes.ToArray()),
        ("seal", file.Seal.ToArray()), ("at", file.ReceivedAt.ToUnixTimeMilliseconds())) == 1;

    private static SignedFile ReadFile(SqliteDataReader row) => new(
        Revision: row.GetInt32(0),
        Kind: (SignedFileKind)row.GetInt32(1),
        Bytes: row.GetFieldValue<byte[]>(2),
        Seal: row.GetFieldValue<byte[]>(3),
        ReceivedAt: Instant.FromUnixTimeMilliseconds(row.GetInt64(4)));
}
