using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>A statement that is read by SQLite once, when it is run first, with what it is about put in by place. A
/// desk runs some ten of these for each message, and looking each up by its text and names costs more than what they
/// do.</summary>
/// <remarks>What SQLite refuses throws <see cref="SqliteException"/>.</remarks>
internal sealed class VaultStatement(SqliteConnection connection, string sql) : IDisposable
{
    private readonly sqlite3 database = connection.Handle!;
    private sqlite3_stmt? read;

    internal VaultStatement With(int place, ReadOnlySpan<byte> bytes)
    {
        Demand(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(Read(), place, 0)
            : raw.sqlite3_bind_blob(Read(), place, bytes));
        return this;
    }

    internal VaultStatement With(int place, ulong number)
    {
        Demand(raw.sqlite3_bind_int64(Read(), place, unchecked((long)number)));
        return this;
    }

    /// <summary>Runs it to its end.</summary>
    internal void Run() => First(_ => true);

    /// <summary>What its first row comes to; the default if there is none.</summary>
    internal T? First<T>(Func<sqlite3_stmt, T> read)
    {
        var statement = Read();
        try
        {
            var step = raw.sqlite3_step(statement);
            if (step == raw.SQLITE_ROW)
                return read(statement);
            if (step != raw.SQLITE_DONE)
                Demand(step);
            return default;
        }
        finally
        {
            _ = raw.sqlite3_reset(statement); // says once more what the step said
            _ = raw.sqlite3_clear_bindings(statement); // what was bound is in nobody's memory for longer
        }
    }

    /// <inheritdoc/>
    public void Dispose() => read?.Dispose();

    private sqlite3_stmt Read()
    {
        if (read is null)
            Demand(raw.sqlite3_prepare_v2(database, sql, out read));
        return read;
    }

    private void Demand(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, database);
    }
}
