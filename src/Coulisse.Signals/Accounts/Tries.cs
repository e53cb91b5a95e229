using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Accounts;

/// <summary>Counts tries at a name and from an address, whether or not the name exists.</summary>
/// <remarks>A try is counted before it is judged and forgiven when it was right, so that a hundred guesses sent at one
/// moment are a hundred counted guesses.</remarks>
internal sealed class Tries(Database database, PageSecret secret, TimeProvider time)
{
    /// <summary>Null: go on and judge the try. Otherwise how long to wait; then nothing was counted.</summary>
    public Task<TimeSpan?> BeginAsync(TryAt at, string skeleton, string address, CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (name, from) = (secret.Hash($"{at}:name", skeleton), secret.Hash($"{at}:address", address));
        return database.WriteAsync<TimeSpan?>(connection =>
        {
            connection.Run("DELETE FROM try_count WHERE last_at < $old",
                ("old", now - (long)Waiting.ForgottenAfter.TotalMilliseconds));
            var until = connection.Number("SELECT max(locked_until) FROM try_count WHERE subject IN ($name, $from)",
                ("name", name), ("from", from));
            if (until > now)
                return TimeSpan.FromMilliseconds(until - now);
            Count(connection, name, Waiting.FreeTriesAtName, now);
            Count(connection, from, Waiting.FreeTriesFromAddress, now);
            return null;
        }, cancel);
    }

    /// <summary>The try was right: the name's count is gone, the address's is as before it.</summary>
    public Task ForgiveAsync(TryAt at, string skeleton, string address, CancellationToken cancel) =>
        database.WriteAsync(connection =>
        {
            connection.Run("DELETE FROM try_count WHERE subject = $name", ("name", secret.Hash($"{at}:name",
                skeleton)));
            return connection.Run(
                "UPDATE try_count SET tries = max(tries - 1, 0), locked_until = 0 WHERE subject = $from",
                ("from", secret.Hash($"{at}:address", address)));
        }, cancel);

    private static void Count(SqliteConnection connection, byte[] subject, int freeTries, long now)
    {
        var tries = 1 + connection.Number("SELECT tries FROM try_count WHERE subject = $subject", ("subject", subject));
        connection.Run("""
            INSERT INTO try_count (subject, tries, last_at, locked_until) VALUES ($subject, $tries, $now, $until)
            ON CONFLICT (subject) DO UPDATE SET tries = $tries, last_at = $now, locked_until = $until
            """,
            ("subject", subject), ("tries", tries), ("now", now),
            ("until", now + (long)Waiting.After(tries, freeTries).TotalMilliseconds));
    }
}
