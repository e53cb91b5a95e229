using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Statements;

/// <summary>Keeps the signed files of statements, byte for byte as they came; <see cref="SignedFiles"/> reads
/// them.</summary>
public sealed class SignedFileStore(Database database, Changes changes)
{
    /// <summary>Which version of each language the latest signed revision covers; empty when nothing is
    /// signed.</summary>
    public ImmutableDictionary<LanguageTag, int> Covered(ItemId item) => database.Read(connection =>
        SignedFiles.Read(connection, item).FirstOrDefault(file => !file.IsWithdrawal)?.Covers
            .ToImmutableDictionary(c => c.Language, c => c.Number) ?? []);

    /// <summary>Keeps a verified statement file with the versions it covers.</summary>
    /// <returns>False if that revision is there already: somebody else brought it meanwhile.</returns>
    public async Task<bool> AddAsync(ItemId item, SignedFile file, CancellationToken cancel)
    {
        var isKept = await database.WriteAsync(connection => Add(connection, item, file), cancel);
        changes.Announce(item);
        return isKept;
    }

    /// <summary>Keeps a verified withdrawal, and withdraws the statement for its reason if that was not done before.
    /// </summary>
    /// <returns>False if it is there already, or no longer of the latest revision.</returns>
    public async Task<bool> WithdrawAsync(ItemId item, SignedFile file, string reason, CancellationToken cancel)
    {
        var isKept = await database.WriteAsync(connection => Withdraw(connection, item, file, reason), cancel);
        changes.Announce(item);
        return isKept;
    }

    internal static bool Add(SqliteConnection connection, ItemId item, SignedFile file)
    {
        var isNew = Insert(connection, item, file);
        foreach (var covers in isNew ? file.Covers : [])
            connection.Run("""
                INSERT INTO signed_edition (item, revision, language, version)
                VALUES ($item, $revision, $language, $version)
                """,
                ("item", item.Value), ("revision", file.Revision), ("language", covers.Language.Value),
                ("version", covers.Number));
        return isNew;
    }

    private static bool Withdraw(SqliteConnection connection, ItemId item, SignedFile file, string reason)
    {
        var latest = connection.Number("SELECT max(revision) FROM signed_file WHERE item = $item AND kind = 1",
            ("item", item.Value));
        if (file.Revision != latest || !Insert(connection, item, file))
            return false;
        ItemWriter.Withdraw(connection, item, reason, file.ReceivedAt);
        return true;
    }

    // Nothing is signed anew once an item is withdrawn; only the seal's word on that may still come.
    private static bool Insert(SqliteConnection connection, ItemId item, SignedFile file) => connection.Run("""
        INSERT INTO signed_file (item, revision, kind, bytes, seal, received_at)
        SELECT $item, $revision, $kind, $bytes, $seal, $at
        WHERE $kind = 2 OR EXISTS (SELECT 1 FROM item WHERE id = $item AND state <> 4) ON CONFLICT DO NOTHING
        """,
        ("item", item.Value), ("revision", file.Revision), ("kind", file.IsWithdrawal ? 2 : 1),
        ("bytes", file.Bytes.ToArray()), ("seal", file.Seal.ToArray()),
        ("at", file.ReceivedAt.ToUnixTimeMilliseconds())) == 1;
}
