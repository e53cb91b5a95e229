using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Storage.Schema;

/// <summary>Brings a page's file to this program's schema: numbered SQL scripts, each in one transaction with its number.</summary>
/// <remarks>A kill in the middle leaves the earlier version whole; running again goes on from there.</remarks>
internal static class Migrations
{
    /// <summary>"Coul" in ASCII, in SQLite's application_id: another program's database is refused, never altered.</summary>
    public const int ApplicationId = 0x436F756C;

    public static int Latest => Scripts.Length;

    private static readonly string[] Scripts = ReadScripts();

    public static bool AreDue(SqliteConnection connection) => connection.Number("PRAGMA user_version") < Latest;

    public static void Apply(SqliteConnection connection)
    {
        var version = connection.Number("PRAGMA user_version");
        var owner = connection.Number("PRAGMA application_id");
        var isNew = version == 0 && owner == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && owner != ApplicationId)
            throw new PageStoreException("This SQLite file belongs to another program. Name a new file, or a page's own.");
        if (version > Latest)
            throw new PageStoreException(
                $"This page was written by a newer version of Coulisse (schema {version}, this program knows {Latest}). "
                + "Use the newer program, or restore an older backup.");
        for (var next = (int)version; next < Latest; next++)
            ApplyOne(connection, next + 1);
    }

    /// <summary>What a file of that version holds, in a defined order.</summary>
    public static IReadOnlyList<SchemaPart> SchemaAt(int version)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        for (var number = 1; number <= version; number++)
            ApplyOne(connection, number);
        return SchemaIn(connection);
    }

    /// <summary>What a file holds: tables, indices, triggers.</summary>
    public static IReadOnlyList<SchemaPart> SchemaIn(SqliteConnection connection) => connection.All(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
        row => new SchemaPart(row.TextOrNull(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3)));

    private static void ApplyOne(SqliteConnection connection, int number)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run(Scripts[number - 1]);
        connection.Run(string.Create(CultureInfo.InvariantCulture,
            $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {number}"));
        transaction.Commit();
    }

    private static string[] ReadScripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => ReadScript(assembly, name))];
    }

    private static string ReadScript(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
