using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Accounts;

/// <summary>Names of closed accounts, by keyed hash: nobody else can take them up, and nobody can list them.</summary>
internal static class RetiredNames
{
    /// <param name="skeleton">Of the name: one that looks like it is retired with it.</param>
    public static bool Has(SqliteConnection connection, PageSecret secret, string skeleton) => connection.Number(
        "SELECT count(*) FROM retired_name WHERE hash = $hash", ("hash", Hash(secret, skeleton))) > 0;

    public static void Add(SqliteConnection connection, PageSecret secret, string skeleton) => connection.Run(
        "INSERT INTO retired_name (hash) VALUES ($hash) ON CONFLICT DO NOTHING", ("hash", Hash(secret, skeleton)));

    private static byte[] Hash(PageSecret secret, string skeleton) => secret.Hash("retired-name", skeleton);
}
