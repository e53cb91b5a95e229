using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Storage;

/// <summary>The one file that a page is: content, accounts, votes, decisions. SQLite, write-ahead log, synchronous
/// FULL.
/// </summary>
/// <remarks>
/// Reading never waits for writing. Writing goes through one gate, one transaction at a time, and
/// <see cref="WriteAsync{T}"/> returns only after the commit is on the disk: what a person was told is saved survives
/// <c>kill -9</c> and a power cut.
/// </remarks>
public sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Open connections between reads: opening one and setting it up costs more than most reads do.</summary>
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private const int ReadersKeptMax = 16;

    private readonly bool _besideARunningPage;

    private Database(string path, bool besideARunningPage)
    {
        Path = path;
        _besideARunningPage = besideARunningPage;
        _connectionString = ConnectionStringFor(path);
    }

    /// <summary>Full path of the database file.</summary>
    public string Path { get; }

    /// <summary>Opens the file, creating it (mode 0600) or bringing its schema up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="besideARunningPage">True for the short-lived verbs (import, restore): each of their writes is
    /// counted
    /// in the file, so that a page which runs meanwhile knows that what it keeps is out of date.</param>
    /// <exception cref="PageStoreException">The file is not a page's, is damaged, or was written by a newer
    /// version.</exception>
    public static Database Open(string path, bool besideARunningPage)
    {
        var full = System.IO.Path.GetFullPath(path);
        CreatePrivately(full);
        var database = new Database(full, besideARunningPage);
        try
        {
            using var connection = database.Connect();
            connection.Run("PRAGMA journal_mode = WAL");
            Schema.Migrations.Apply(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteCode.NotADatabase or SqliteCode.Corrupt)
        {
            throw new PageStoreException(
                $"'{full}' is not a page's database, or it is damaged. "
                + "Restore the last backup with 'coulisse page restore'.");
        }
        return database;
    }

    /// <summary>A connection string for others (the accounts' EF Core context) that share this file.</summary>
    public static string ConnectionStringFor(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = 10,
    }.ToString();

    /// <summary>An open connection with the settings every connection of ours has. The caller disposes it.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Run(ConnectionSettings);
        return connection;
    }

    /// <summary>Applied to each connection: durable commits, nothing deleted left readable in free pages.</summary>
    internal const string ConnectionSettings = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";

    /// <summary>How often another program has written this file; see <see cref="Open"/>.</summary>
    internal const string OutsideWrites = "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'outside-writes'";

    private const string CountOutsideWrite = """
        INSERT INTO setting (name, value) VALUES ('outside-writes', '1')
        ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
        """;

    /// <summary>Reads at one consistent moment.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        var connection = _readers.TryTake(out var kept) ? kept : Connect();
        var isWell = false;
        try
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            var result = read(connection);
            isWell = true;
            return result;
        }
        finally
        {
            if (isWell && _readers.Count < ReadersKeptMax)
                _readers.Add(connection);
            else
                connection.Dispose();
        }
    }

    /// <summary>Runs <paramref name="write"/> in one transaction; returns after the commit is durable.</summary>
    /// <remarks>Compute, then commit: the token is consulted only while waiting for the gate.</remarks>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancel)
    {
        using var turn = await TakeTurnAsync(cancel).ConfigureAwait(false);
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = write(connection);
        if (_besideARunningPage)
            connection.Run(CountOutsideWrite);
        transaction.Commit();
        return result;
    }

    /// <summary>The gate alone, for those who write through a connection of their own. Disposed, it lets the next one
    /// in.
    /// </summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel).ConfigureAwait(false);
        return new Turn(_writing);
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
        _writing.Dispose();
    }

    private static void CreatePrivately(string path)
    {
        if (File.Exists(path))
            return;
        if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        using var created = PrivateFile.Create(path);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
