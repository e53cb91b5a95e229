using Coulisse.Crypto.Codec;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>
/// The file of a vault: rows whose names and contents say nothing. Held by one process; what it throws is SQLite's.
/// </summary>
/// <remarks>
/// FULL: a commit is on the disk when it returns. EXCLUSIVE: the lock is the system's and goes with the process,
/// however it ends. What was replaced is overwritten (secure_delete), and the log, which still has it, is emptied after
/// each commit that is to erase, and after 64 at most.
/// </remarks>
internal sealed class VaultDatabase : IDisposable
{
    private const int ApplicationId = 0x436F5661; // "CoVa"
    private const int SchemaVersion = 1;
    private const int CommitsInLogMax = 64;

    // Exactly as SQLite keeps it: a vault with anything else in its schema, a trigger above all, is not opened.
    private static readonly string[] Schema =
    [
        "CREATE TABLE vault (id INTEGER PRIMARY KEY CHECK (id IN (1, 2)), content BLOB NOT NULL) STRICT",
        "CREATE TABLE row (name BLOB NOT NULL UNIQUE, number INTEGER NOT NULL, key BLOB NOT NULL, "
            + "record BLOB NOT NULL) STRICT",
    ];

    private readonly SqliteConnection connection;
    private readonly VaultStatement begin;
    private readonly VaultStatement commit;
    private readonly VaultStatement content;
    private readonly VaultStatement add;
    private readonly VaultStatement replace;
    private readonly VaultStatement remove;
    private readonly VaultStatement get;
    private bool isWriting;
    private int commitsInLog;

    private VaultDatabase(SqliteConnection connection)
    {
        this.connection = connection;
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        content = new(connection, "INSERT OR REPLACE INTO vault (id, content) VALUES (?1, ?2)");
        add = new(connection, "INSERT INTO row (name, number, key, record) VALUES (?1, ?2, ?3, ?4)");
        replace = new(connection, "UPDATE row SET number = ?2, record = ?3 WHERE name = ?1");
        remove = new(connection, "DELETE FROM row WHERE name = ?1");
        get = new(connection, "SELECT number, record FROM row WHERE name = ?1");
    }

    internal sealed record Row(Opaque Name, ulong Number, Opaque Key);

    internal static VaultDatabase Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(file, options).Dispose();
        return Open(file, Make, out _)!;
    }

    /// <summary>Opens what is there; null if it is no vault of this version, which is told apart.</summary>
    internal static VaultDatabase? Open(string file, out VaultRefusal why) => Open(file, _ => { }, out why);

    /// <summary>The header (1) or the sum (2); empty if there is none.</summary>
    internal byte[] Content(int id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"SELECT content FROM vault WHERE id = {id}");
        return command.ExecuteScalar() as byte[] ?? [];
    }

    internal void SetContent(int id, ReadOnlySpan<byte> bytes)
    {
        Begin();
        content.With(1, (ulong)id).With(2, bytes).Run();
    }

    /// <summary>Every row, without the records.</summary>
    internal IEnumerable<Row> Rows()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, number, key FROM row";
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return new(Opaque.Owning((byte[])rows[0]), unchecked((ulong)rows.GetInt64(1)),
                Opaque.Owning((byte[])rows[2]));
    }

    internal (ulong Number, byte[] Record)? Get(Opaque name) => get.With(1, name.Span).First(row =>
        ((ulong, byte[])?)(unchecked((ulong)raw.sqlite3_column_int64(row, 0)),
            raw.sqlite3_column_blob(row, 1).ToArray()));

    internal void Add(Opaque name, ulong number, ReadOnlySpan<byte> key, ReadOnlySpan<byte> record)
    {
        Begin();
        add.With(1, name.Span).With(2, number).With(3, key).With(4, record).Run();
    }

    /// <summary>Puts a record in place of the one there; false if there is none.</summary>
    internal bool Replace(Opaque name, ulong number, ReadOnlySpan<byte> record)
    {
        Begin();
        replace.With(1, name.Span).With(2, number).With(3, record).Run();
        return raw.sqlite3_changes(connection.Handle) == 1;
    }

    internal void Remove(Opaque name)
    {
        Begin();
        remove.With(1, name.Span).Run();
    }

    internal bool IsWriting => isWriting;

    /// <summary>Whether the log may have something of commits before.</summary>
    internal bool HasLog => commitsInLog > 0;

    /// <summary>Whether there is nothing in it but our two tables; the index of UNIQUE is SQLite's own and has no
    /// text.</summary>
    internal bool HasOnlyOurSchema()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
            found.Add(rows.GetString(0));
        return found.Order(StringComparer.Ordinal).SequenceEqual(Schema.Order(StringComparer.Ordinal));
    }

    /// <summary>The most pages, of 4,096 bytes, that the file may have: a disk of that size.</summary>
    internal void LimitPages(int most) => Run(connection,
        FormattableString.Invariant($"PRAGMA max_page_count = {most}"));

    internal void Commit(Erasure erasure)
    {
        commit.Run();
        isWriting = false;
        commitsInLog++;
        if (erasure == Erasure.Now || commitsInLog >= CommitsInLogMax)
            EmptyLog();
    }

    /// <summary>Takes out of the log what was replaced; if that fails, what was committed is durable all the
    /// same.</summary>
    internal void EmptyLog()
    {
        try
        {
            Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            commitsInLog = 0;
        }
        catch (SqliteException)
        {
            // the log is emptied with the next commit, once the disk has room again
        }
    }

    internal void Undo()
    {
        // A full disk has made SQLite undo it already.
        if (isWriting && raw.sqlite3_get_autocommit(connection.Handle) == 0)
            Run(connection, "ROLLBACK");
        isWriting = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (VaultStatement[])[begin, commit, content, add, replace, remove, get])
            statement.Dispose();
        connection.Dispose();
    }

    private static VaultDatabase? Open(string file, Action<SqliteConnection> make, out VaultRefusal why)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1, // second: who has it open keeps it (0 would wait for ever)
        }.ToString();
        SqliteConnection? opening = new(text);
        try
        {
            opening.Open();
            Run(opening, "PRAGMA locking_mode = EXCLUSIVE");
            make(opening);
            var isOurs = Number(opening, "PRAGMA application_id") == ApplicationId;
            why = isOurs ? VaultRefusal.OtherVersion : VaultRefusal.NotAVault;
            if (!isOurs || Number(opening, "PRAGMA user_version") != SchemaVersion)
                return null; // nothing was written into another program's file
            Run(opening, "PRAGMA journal_mode = WAL");
            Run(opening, "PRAGMA synchronous = FULL");
            Run(opening, "PRAGMA secure_delete = ON");
            var database = new VaultDatabase(opening);
            opening = null;
            return database;
        }
        finally
        {
            opening?.Dispose();
        }
    }

    private static void Make(SqliteConnection connection) => Run(connection, FormattableString.Invariant($"""
        BEGIN;
        {string.Join(";\n", Schema)};
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {SchemaVersion};
        COMMIT
        """));

    private void Begin()
    {
        if (isWriting)
            return;
        begin.Run();
        isWriting = true;
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
