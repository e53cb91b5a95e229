using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>A statement that is read by SQLite once, with what it is about put in by place. A desk runs some ten of
/// these for each message, and looking each up by its text and names costs more than what they do.</summary>
/// <remarks>What SQLite refuses throws <see cref="SqliteException"/>.</remarks>
internal sealed class VaultStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    internal VaultStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Demand(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    internal VaultStatement With(int place, ReadOnlySpan<byte> bytes)
    {
        Demand(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(statement, place, 0)
            : raw.sqlite3_bind_blob(statement, place, bytes));
        return this;
    }

    internal VaultStatement With(int place, ulong number)
    {
        Demand(raw.sqlite3_bind_int64(statement, place, unchecked((long)number)));
        return this;
    }

    /// <summary>Runs it to its end.</summary>
    internal void Run() => First(_ => true);

    /// <summary>What its first row comes to; the default if there is none.</summary>
    internal T? First<T>(Func<sqlite3_stmt, T> read)
    {
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
    public void Dispose() => statement.Dispose();

    private void Demand(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, database);
    }
}
