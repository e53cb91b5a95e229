using Coulisse.Crypto.Codec;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Storage.Sqlite;

/// <summary>One statement of SQL, prepared once, its parameters named ?1, ?2, … and given in that order.</summary>
internal sealed class PreparedCommand : IDisposable
{
    private readonly SqliteCommand command;

    internal PreparedCommand(SqliteConnection connection, string sql, int parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
            command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"?{number}") });
        command.Prepare();
    }

    public void Dispose() => command.Dispose();

    internal int Run(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>One number; null if there is no row.</summary>
    internal long? Number(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return command.ExecuteScalar() is long number ? number : null;
    }

    internal T? First<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
        where T : class
    {
        Bind(values);
        using var rows = command.ExecuteReader();
        return rows.Read() ? read(rows) : null;
    }

    internal List<T> All<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
    {
        Bind(values);
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
            all.Add(read(rows));
        return all;
    }

    private void Bind(ReadOnlySpan<object> values)
    {
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = Plain(values[at]);
    }

    // Numbers keep their bits: the highest bit of an epoch is of no weight here, no order is asked for.
    private static object Plain(object value) => value switch
    {
        Opaque bytes => bytes.ToArray(),
        ulong number => unchecked((long)number),
        uint number => (long)number,
        int number => (long)number,
        bool flag => flag ? 1L : 0L,
        _ => value,
    };
}
