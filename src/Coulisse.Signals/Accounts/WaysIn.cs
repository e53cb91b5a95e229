using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Accounts;

/// <summary>Links that let one person set a passphrase, once, within half an hour. Only a keyed hash is kept.</summary>
internal sealed class WaysIn(Database database, PageSecret secret, IRandomSource random, TimeProvider time)
{
    public const int TokenCharacters = 32;

    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    /// <summary>Inside the caller's transaction: a new way in, every earlier one of this account void.</summary>
    /// <returns>The path on the page's address.</returns>
    public string Open(SqliteConnection connection, AccountId account)
    {
        var token = RandomText.Base32(random, TokenCharacters);
        var now = time.GetUtcNow();
        connection.Run("DELETE FROM way_in WHERE account = $id OR expires_at <= $now",
            ("id", account.Value), ("now", now.ToUnixTimeMilliseconds()));
        connection.Run("INSERT INTO way_in (hash, account, expires_at) VALUES ($hash, $id, $until)",
            ("hash", Hash(token)), ("id", account.Value), ("until", (now + GoodFor).ToUnixTimeMilliseconds()));
        return $"/way-in/{token}";
    }

    /// <summary>The display name it is for; null when unknown, used or expired. Looking uses nothing up.</summary>
    public string? NameFor(string token) => database.Read(connection => connection.First(
        """
        SELECT display_name FROM way_in JOIN account ON account.id = way_in.account
        WHERE hash = $hash AND expires_at > $now AND display_name IS NOT NULL
        """,
        row => row.GetString(0), ("hash", Hash(token)), ("now", time.GetUtcNow().ToUnixTimeMilliseconds())));

    /// <summary>Uses the way in up and sets the passphrase, in one transaction.</summary>
    /// <returns>The account, for the first caller only; null when unknown, used or expired.</returns>
    public async Task<AccountId?> UseAsync(string token, string passphraseHash, CancellationToken cancel)
    {
        var (hash, now) = (Hash(token), time.GetUtcNow().ToUnixTimeMilliseconds());
        var stamp = RandomText.Hex(random, 20);
        var found = await database.WriteAsync(connection =>
        {
            var id = connection.First("DELETE FROM way_in WHERE hash = $hash AND expires_at > $now RETURNING account",
                row => row.GetString(0), ("hash", hash), ("now", now));
            if (id is not null)
                AccountRows.SetPassphrase(connection, new AccountId(id), passphraseHash, stamp);
            return id;
        }, cancel);
        return found is null ? null : new AccountId(found);
    }

    private byte[] Hash(string token) =>
        secret.Hash("way-in", token.Length <= TokenCharacters ? token.ToUpperInvariant() : "");
}
