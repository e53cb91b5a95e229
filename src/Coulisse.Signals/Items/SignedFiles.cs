using System.Collections.Immutable;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>Reads the signed files of a statement, the newest first.</summary>
public sealed class SignedFiles(Database database)
{
    public ImmutableArray<SignedFile> Of(ItemId item) => database.Read(connection => Read(connection, item));

    internal static ImmutableArray<SignedFile> Read(SqliteConnection connection, ItemId item) =>
        [.. connection.All("""
            SELECT revision, kind, bytes, seal, received_at FROM signed_file WHERE item = $item ORDER BY revision DESC, kind DESC
            """,
            row => new SignedFile(
                Revision: row.GetInt32(0),
                IsWithdrawal: row.GetInt32(1) == 2,
                Bytes: [.. row.GetFieldValue<byte[]>(2)],
                Seal: [.. row.GetFieldValue<byte[]>(3)],
                ReceivedAt: Instant.FromUnixTimeMilliseconds(row.GetInt64(4)),
                Covers: []),
            ("item", item.Value)).Select(file => file with { Covers = ReadCovered(connection, item, file.Revision) })];

    private static ImmutableArray<SourceVersion> ReadCovered(SqliteConnection connection, ItemId item, int revision) =>
        [.. connection.All("SELECT language, version FROM signed_edition WHERE item = $item AND revision = $revision ORDER BY language",
            row => new SourceVersion(LanguageTag.Known(row.GetString(0)), row.GetInt32(1)),
            ("item", item.Value), ("revision", revision))];
}
