using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Storage.Sqlite;

/// <summary>What a station's file looks like, and how it is held.</summary>
internal static class StationSchema
{
    private const int ApplicationId = 0x436F5374; // "CoSt"
    private const int Version = 2;

    internal static void Ensure(SqliteConnection connection)
    {
        // FULL: a commit is on the disk when it returns. EXCLUSIVE: one process a file, without shared memory beside.
        Run(connection, "PRAGMA locking_mode = EXCLUSIVE");
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "PRAGMA secure_delete = ON");
        var version = Number(connection, "PRAGMA user_version");
        if (version > Version || (version > 0 && Number(connection, "PRAGMA application_id") != ApplicationId))
            throw new InvalidDataException(
                "The file was not written by a station of this version: start the version that wrote it last.");
        if (version == 0)
            Make(connection);
        if (version == 1)
            Run(connection, "BEGIN; ALTER TABLE desks ADD COLUMN heard INTEGER NOT NULL DEFAULT 0; "
                + "PRAGMA user_version = 2; COMMIT");
    }

    private static void Make(SqliteConnection connection)
    {
        var name = $"{typeof(StationSchema).Namespace}.schema.sql";
        using var resource = typeof(StationSchema).Assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(resource);
        Run(connection, FormattableString.Invariant($"""
            BEGIN;
            {text.ReadToEnd()}
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {Version};
            COMMIT
            """));
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
