using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts.Names;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Accounts;

/// <summary>How a page gets its first editor: whoever may write the page's file names one from the program, and hands
/// that person a link. The same again later is a way back in for an editor who lost everything.</summary>
public static class FirstEditor
{
    /// <summary>Makes <paramref name="name"/> an editor, creating the account when there is none.</summary>
    /// <param name="databasePath">The page's file; the page may be running.</param>
    /// <param name="name">The display name.</param>
    /// <param name="random">Where the link's random part comes from.</param>
    /// <param name="time">The clock that the half hour is measured by.</param>
    /// <param name="cancel">Consulted only until the transaction begins.</param>
    /// <returns>The link's path, good once and for <see cref="GoodFor"/>, or why the name cannot be taken.</returns>
    /// <exception cref="PageStoreException">The file is not a page's, is damaged, or was written by a newer
    /// version.</exception>
    public static async Task<EditorNaming> NameAsync(string databasePath, string name, IRandomSource random,
        TimeProvider time, CancellationToken cancel)
    {
        if (DisplayName.Check(name) is not DisplayNameVerdict.Accepted { Name: var read })
            return new EditorNaming.NotAName();
        using var database = Database.Open(databasePath, besideARunningPage: true);
        var secret = await PageSecret.OpenAsync(database, random, cancel);
        var waysIn = new WaysIn(database, secret, random, time);
        var (fresh, stamp) = (RandomText.Hex(random, 16), RandomText.Hex(random, 20));
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return await database.WriteAsync<EditorNaming>(connection =>
        {
            if (RetiredNames.Has(connection, secret, read.Skeleton))
                return new EditorNaming.Retired();
            CreateIfMissing(connection, read, fresh, stamp, now);
            var id = connection.First("SELECT id FROM account WHERE skeleton = $skeleton", row => row.GetString(0),
                ("skeleton", read.Skeleton))!;
            connection.Run("UPDATE account SET role = $editor, standing = $open, suspended_for = NULL WHERE id = $id",
                ("editor", (int)Role.Editor), ("open", (int)Standing.Open), ("id", id));
            AccountRows.Record(connection, new AccountId(id), AccountAct.NamedEditor, "", by: null, now);
            return new EditorNaming.Named(waysIn.Open(connection, new AccountId(id)));
        }, cancel);
    }

    /// <summary>How long the link may be used.</summary>
    public static TimeSpan GoodFor => WaysIn.GoodFor;

    private static void CreateIfMissing(SqliteConnection connection, DisplayName name, string id, string stamp,
        long now) =>
        connection.Run("""
            INSERT INTO account (id, display_name, skeleton, security_stamp, role, standing, created_at)
            VALUES ($id, $name, $skeleton, $stamp, 3, 1, $now) ON CONFLICT (skeleton) DO NOTHING
            """,
            ("id", id), ("name", name.Text), ("skeleton", name.Skeleton), ("stamp", stamp), ("now", now));
}
