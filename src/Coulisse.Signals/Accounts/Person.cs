using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Accounts;

/// <summary>An account as an editor sees it.</summary>
/// <param name="DisplayName">Null once closed.</param>
/// <param name="Appeal">The answer to the last suspension.</param>
public sealed record Person(AccountId Id, string? DisplayName, Role Role, Standing Standing, string? SuspendedFor,
    Instant Since, string? Appeal)
{
    internal static Person Of(SqliteDataReader row) => new(new AccountId(row.GetString(0)), row.TextOrNull(1),
        (Role)row.GetInt32(2), (Standing)row.GetInt32(3), row.TextOrNull(4),
        Instant.FromUnixTimeMilliseconds(row.GetInt64(5)), row.TextOrNull(6));
}
