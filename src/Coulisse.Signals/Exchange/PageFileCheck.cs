using System.Buffers.Binary;
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
    private const int HeadBytes = 100;
    private const byte Rollback = 1;
    private const int PageBytesMax = 65_536;

    /// <param name="path">A copy of ours, with no log or journal beside it.</param>
    public static PageFileVerdict Of(string path)
    {
        if (!HasWholePages(path))
            return PageFileVerdict.Damaged;
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

    /// <summary>As many pages as the head says, and none in part; written by a way that we know. SQLite's check lets
    /// both pass and fails later, when the page is written (sqlite.org/fileformat2.html §1.3).</summary>
    private static bool HasWholePages(string path)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        using var file = File.OpenRead(path);
        if (file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes)
            return false;
        var size = BinaryPrimitives.ReadUInt16BigEndian(head[16..]);
        var count = BinaryPrimitives.ReadUInt32BigEndian(head[28..]);
        return head[18] == Rollback && head[19] == Rollback
            && file.Length == (size == 1 ? PageBytesMax : size) * (long)count;
    }

    private static bool HoldsWhatItShould(SqliteConnection connection, int version) =>
        Migrations.SchemaAt(version).SequenceEqual(Migrations.SchemaIn(connection));

    private static bool IsSound(SqliteConnection connection) =>
        connection.First("PRAGMA integrity_check(1)", row => row.GetString(0)) == "ok"
        && connection.All("PRAGMA foreign_key_check", row => row.GetString(0)).Count == 0;
}
