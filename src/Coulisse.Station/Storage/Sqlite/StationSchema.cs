using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Storage.Sqlite;

/// <summary>What a station's file looks like, and how it is held.</summary>
internal static class StationSchema
{
    private const int ApplicationId = 0x436F5374; // "CoSt"
    private const int Version = 2;

    /// <summary>Makes the tables in an empty file, or brings a station's to this version.</summary>
    /// <exception cref="InvalidDataException">It is another program's, or of a later version; nothing was written
    /// into it.</exception>
    internal static void Ensure(SqliteConnection connection)
    {
        // FULL: a commit is on the disk when it returns. EXCLUSIVE: one process a file, without shared memory beside.
        Run(connection, "PRAGMA locking_mode = EXCLUSIVE");
        var version = VersionOf(connection);
        Run(connection, "PRAGMA journal_mode = WAL"); // writes into the file: only once it is known to be ours
        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "PRAGMA secure_delete = ON");
        if (version == 0)
            Make(connection);
        if (version == 1)
            Run(connection, "BEGIN; ALTER TABLE desks ADD COLUMN heard INTEGER NOT NULL DEFAULT 0; "
                + "PRAGMA user_version = 2; COMMIT");
    }

    // 0 of a file that is there and empty, as it is when the disk was full at the first start.
    private static long VersionOf(SqliteConnection connection)
    {
        var (program, version) = (Number(connection, "PRAGMA application_id"),
            Number(connection, "PRAGMA user_version"));
        if (program == ApplicationId && version is > 0 and <= Version)
            return version;
        if (program == ApplicationId)
            throw new InvalidDataException("The station's file was written by another version of this program: start "
                + "the version that wrote it last. Nothing in it was changed.");
        return (program, version, Number(connection, "SELECT count(*) FROM sqlite_schema")) == (0, 0, 0) ? 0
            : throw new InvalidDataException("The file in the place of the station's is another program's, and nothing "
                + "in it was changed: move it away, and put the station's own back, or a copy of that with "
                + "--restored.");
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
