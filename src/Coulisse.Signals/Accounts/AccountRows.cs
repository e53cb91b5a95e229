using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Accounts;

/// <summary>The writes on accounts that must happen together with others, inside one transaction of ours.</summary>
internal static class AccountRows
{
    /// <summary>A new passphrase; a new stamp, so that every cookie given out before is void.</summary>
    public static void SetPassphrase(SqliteConnection connection, AccountId account, string hash, string stamp) =>
        connection.Run("UPDATE account SET passphrase_hash = $hash, security_stamp = $stamp WHERE id = $id",
            ("hash", hash), ("stamp", stamp), ("id", account.Value));

    /// <summary>The same passphrase, hashed anew: nobody is signed out. Not if another was chosen meanwhile.</summary>
    public static void Rehash(SqliteConnection connection, AccountId account, string before, string after) =>
        connection.Run("UPDATE account SET passphrase_hash = $after WHERE id = $id AND passphrase_hash = $before",
            ("after", after), ("before", before), ("id", account.Value));

    public static void SetStamp(SqliteConnection connection, AccountId account, string stamp) =>
        connection.Run("UPDATE account SET security_stamp = $stamp WHERE id = $id",
            ("stamp", stamp), ("id", account.Value));

    /// <summary>Replaces all codes of an account; only their hashes are kept.</summary>
    public static void SetCodes(SqliteConnection connection, PageSecret secret, AccountId account,
        IEnumerable<string> codes)
    {
        connection.Run("DELETE FROM recovery_code WHERE account = $id", ("id", account.Value));
        foreach (var code in codes)
        {
            connection.Run("INSERT INTO recovery_code (account, hash) VALUES ($id, $hash)",
                ("id", account.Value), ("hash", CodeHash(secret, code)));
        }
    }

    /// <summary>True for the one caller who used the code up.</summary>
    public static bool UseCode(SqliteConnection connection, PageSecret secret, AccountId account, string code) =>
        connection.Run("DELETE FROM recovery_code WHERE account = $id AND hash = $hash",
            ("id", account.Value), ("hash", CodeHash(secret, code))) == 1;

    public static void Record(SqliteConnection connection, AccountId account, AccountAct act, string reason,
        AccountId? by, long at) =>
        connection.Run("""
            INSERT INTO account_decision (account, act, reason, decided_by, decided_at)
            VALUES ($account, $act, $reason, $by, $at)
            """,
            ("account", account.Value), ("act", (int)act), ("reason", reason), ("by", by?.Value), ("at", at));

    private static byte[] CodeHash(PageSecret secret, string code) =>
        secret.Hash("recovery-code", RecoveryCode.Normal(code));
}
