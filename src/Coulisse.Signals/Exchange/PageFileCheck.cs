using Coulisse.Signals.Storage;
using Coulisse.Signals.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Exchange;

/// <summary>Whether a file can be a page's: it holds the tables of its version and no others, and SQLite finds nothing
/// wrong.</summary>
/// <remarks>
/// The tables come first. Conditions and triggers of somebody else's would run while the rest is looked at, or later
/// on the page. The file is opened for writing, and not written: SQLite asks the conditions of no table that it may
/// only read.
/// </remarks>
internal static class PageFileCheck
{
    /// <param name="path">A copy of ours, with no log or journal beside it.</param>
    public static PageFileVerdict Of(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            var version = connection.Number("PRAGMA user_version");
            if (connection.Number("PRAGMA application_id") != Migrations.ApplicationId || version < 1)
                return PageFileVerdict.Damaged;
            if (version > Migrations.Latest)
                return PageFileVerdict.Newer;
            return HoldsWhatItShould(connection, (int)version) && IsSound(connection)
                ? PageFileVerdict.Whole
                : PageFileVerdict.Damaged;
        }
        catch (SqliteException)
        {
            return PageFileVerdict.Damaged;
        }
    }

    private static bool HoldsWhatItShould(SqliteConnection connection, int version) =>
        Migrations.SchemaAt(version).SequenceEqual(Migrations.SchemaIn(connection));

    private static bool IsSound(SqliteConnection connection) =>
        connection.First("PRAGMA integrity_check(1)", row => row.GetString(0)) == "ok"
        && connection.All("PRAGMA foreign_key_check", row => row.GetString(0)).Count == 0;
}
