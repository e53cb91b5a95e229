using System.Text.Json;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using NodaTime;

namespace Coulisse.Signals.Site;

/// <summary>Answers what the thread asks of the accounts, so that neither folder knows the other's tables.</summary>
internal static class AccountsForThreads
{
    public static ThreadAccounts Of(Database database) => new(
        NamesOf: accounts => database.Read(connection => connection.All("""
            SELECT id, display_name FROM account
            WHERE display_name IS NOT NULL AND id IN (SELECT value FROM json_each($ids))
            """,
            row => (new AccountId(row.GetString(0)), row.GetString(1)),
            ("ids", JsonSerializer.Serialize(accounts.Select(account => account.Value))))
            .ToDictionary()),
        SinceOf: account => Instant.FromUnixTimeMilliseconds(database.Read(connection => connection.Number(
            "SELECT created_at FROM account WHERE id = $id", ("id", account.Value)))),
        CountModerators: () => (int)database.Read(connection => connection.Number(
            "SELECT count(*) FROM account WHERE role >= $moderator AND standing = $open",
            ("moderator", (int)Role.Moderator), ("open", (int)Standing.Open))));
}
