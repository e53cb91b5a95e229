using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Statements;

/// <summary>Keeps the signed files of statements, byte for byte as they came; <see cref="SignedFiles"/> reads them.</summary>
public sealed class SignedFileStore(Database database, Changes changes)
{
    /// <summary>Which version of each language the latest signed revision covers; empty when nothing is signed.</summary>
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

    internal static bool Add(SqliteConnection connection, ItemId item, SignedFile file)
    {
        var isNew = connection.Run("""
            INSERT INTO signed_file (item, revision, kind, bytes, seal, received_at)
            VALUES ($item, $revision, $kind, $bytes, $seal, $at) ON CONFLICT DO NOTHING
            """,
            ("item", item.Value), ("revision", file.Revision), ("kind", file.IsWithdrawal ? 2 : 1), ("bytes", file.Bytes.ToArray()),
            ("seal", file.Seal.ToArray()), ("at", file.ReceivedAt.ToUnixTimeMilliseconds())) == 1;
        foreach (var covers in isNew ? file.Covers : [])
            connection.Run("""
                INSERT INTO signed_edition (item, revision, language, version) VALUES ($item, $revision, $language, $version)
                """,
                ("item", item.Value), ("revision", file.Revision), ("language", covers.Language.Value), ("version", covers.Number));
        return isNew;
    }
}
