using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;

namespace Coulisse.Signals.Accounts;

/// <summary>What an editor decides about accounts, and what a person decides about the own one.</summary>
internal sealed class People(Database database, PageSecret secret, IRandomSource random, Changes changes,
    Recalls recalls,
    TimeProvider time)
{
    public const int ReasonCharactersMax = 500;
    public const int AppealCharactersMax = 2_000;
    public const int ListedMax = 200;

    private const string Columns = """
        SELECT id, display_name, role, standing, suspended_for, created_at,
            (SELECT appeal FROM account_decision WHERE account = a.id AND act = 4 ORDER BY id DESC LIMIT 1)
        FROM account a
        """;

    /// <summary>Editors, moderators and the suspended, or the accounts whose name begins so; by name, at most
    /// <see cref="ListedMax"/>.</summary>
    public IReadOnlyList<Person> List(string? nameBegins) => database.Read(connection => nameBegins is { Length: > 0 }
        ? connection.All(Columns + """
             WHERE display_name LIKE $start ESCAPE '\' ORDER BY display_name COLLATE NOCASE LIMIT $max
            """, Person.Of, ("start", EscapeLike(nameBegins) + "%"), ("max", ListedMax))
        : connection.All(Columns + """
             WHERE standing <> 3 AND (role > 1 OR standing = 2) ORDER BY role DESC,
                 display_name COLLATE NOCASE LIMIT $max
            """, Person.Of, ("max", ListedMax)));

    public Person? Find(AccountId account) => database.Read(connection =>
        connection.First(Columns + " WHERE id = $id", Person.Of, ("id", account.Value)));

    /// <summary>Names somebody reader, moderator or editor. Nobody changes the own role, so an editor always
    /// remains.</summary>
    public async Task<bool> NameAsync(AccountId editor, AccountId account, Role role, CancellationToken cancel)
    {
        return editor != account && await DecideAsync(account, (AccountAct)(int)role, "", editor,
            "UPDATE account SET role = $role WHERE id = $id AND standing <> 3", cancel, ("role", (int)role));
    }

    /// <summary>Suspends a reader or moderator; an editor must first be named something else.</summary>
    public Task<bool> SuspendAsync(AccountId editor, AccountId account, string reason, CancellationToken cancel) =>
        DecideAsync(account, AccountAct.Suspended, reason, editor,
            "UPDATE account SET standing = 2, suspended_for = $reason WHERE id = $id AND standing = 1 AND role <> 3",
            cancel, ("reason", reason));

    public Task<bool> ReopenAsync(AccountId editor, AccountId account, string reason, CancellationToken cancel) =>
        DecideAsync(account, AccountAct.Reopened, reason, editor,
            "UPDATE account SET standing = 1, suspended_for = NULL WHERE id = $id AND standing = 2", cancel);

    /// <summary>The suspended person's answer, once for each suspension.</summary>
    public Task<bool> AppealAsync(AccountId account, string words, CancellationToken cancel) =>
        database.WriteAsync(connection => connection.Run("""
            UPDATE account_decision SET appeal = $words, appealed_at = $now
            WHERE id = (SELECT max(id) FROM account_decision WHERE account = $id AND act = 4) AND appeal IS NULL
                AND (SELECT standing FROM account WHERE id = $id) = 2
            """, ("words", words), ("id", account.Value), ("now", Now())) == 1, cancel);

    /// <summary>Gives the account up: name, passphrase, passkeys and codes are erased, comments and votes stay without
    /// a
    /// name, and nobody else can take the name up.</summary>
    public async Task CloseAsync(AccountId account, CancellationToken cancel)
    {
        var stamp = RandomText.Hex(random, 20);
        await database.WriteAsync(connection =>
        {
            if (connection.First("SELECT skeleton FROM account WHERE id = $id AND skeleton IS NOT NULL",
                    row => row.GetString(0), ("id", account.Value)) is not { } skeleton)
                return 0;
            RetiredNames.Add(connection, secret, skeleton);
            connection.Run("DELETE FROM passkey WHERE account = $id", ("id", account.Value));
            connection.Run("DELETE FROM recovery_code WHERE account = $id", ("id", account.Value));
            connection.Run("DELETE FROM way_in WHERE account = $id", ("id", account.Value));
            AccountRows.Record(connection, account, AccountAct.Closed, "", by: null, Now());
            return connection.Run("""
                UPDATE account SET display_name = NULL, skeleton = NULL, passphrase_hash = NULL,
                    security_stamp = $stamp,
                    role = 1, standing = 3, suspended_for = NULL, language = NULL, zone = NULL WHERE id = $id
                """, ("stamp", stamp), ("id", account.Value));
        }, cancel);
        recalls.Add(account);
        changes.AnnounceAll();
    }

    /// <summary>Voids every cookie of the account; the caller gives a new one to the browser that asked.</summary>
    public async Task SignOutEverywhereAsync(AccountId account, CancellationToken cancel)
    {
        var stamp = RandomText.Hex(random, 20);
        await database.WriteAsync(connection =>
        {
            AccountRows.SetStamp(connection, account, stamp);
            return 0;
        }, cancel);
        recalls.Add(account);
    }

    private async Task<bool> DecideAsync(AccountId account, AccountAct act, string reason, AccountId editor,
        string update,
        CancellationToken cancel, params (string, object?)[] values)
    {
        var done = await database.WriteAsync(connection =>
        {
            if (connection.Run(update, [.. values, ("id", account.Value)]) != 1)
                return false;
            AccountRows.Record(connection, account, act, reason, editor, Now());
            return true;
        }, cancel);
        if (done)
            recalls.Add(account);
        return done;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string EscapeLike(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
