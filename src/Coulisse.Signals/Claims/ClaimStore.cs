using System.Text.Encodings.Web;
using System.Text.Json;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Claims;

/// <summary>Writes claims; <see cref="ClaimReader"/> reads them. Whoever calls has asked <see cref="ClaimRules"/>.</summary>
public sealed class ClaimStore(Database database, Changes changes)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null if the edition has as many claims as it may.</returns>
    public Task<ClaimId?> AddAsync(ItemId item, LanguageTag language, ClaimDraft draft, AccountId? by, Instant now,
        CancellationToken cancel) => ChangeAsync(item, connection => Add(connection, item, language, draft, by, now), cancel);

    /// <summary>Says the claim anew: the former one is retired, not overwritten, so that the file keeps what the page said.</summary>
    /// <returns>The new claim's number; null if there is no such claim on the page (somebody retired or edited it meanwhile).</returns>
    public Task<ClaimId?> EditAsync(Claim claim, ClaimDraft draft, AccountId? by, Instant now, CancellationToken cancel) =>
        ChangeAsync(claim.Item, connection => Retire(connection, claim.Id, now)
            ? Add(connection, claim.Item, claim.Language, draft, by, now)
            : null, cancel);

    /// <returns>False if it was retired already.</returns>
    public async Task<bool> RetireAsync(Claim claim, Instant now, CancellationToken cancel)
    {
        var isRetired = await database.WriteAsync(connection => Retire(connection, claim.Id, now), cancel);
        changes.Announce(claim.Item);
        return isRetired;
    }

    private static ClaimId? Add(SqliteConnection connection, ItemId item, LanguageTag language, ClaimDraft draft, AccountId? by,
        Instant now)
    {
        var standing = connection.Number(
            "SELECT count(*) FROM claim WHERE item = $item AND language = $language AND retired_at IS NULL",
            ("item", item.Value), ("language", language.Value));
        if (standing >= ClaimRules.PerEditionMax)
            return null;
        connection.Run("""
            INSERT INTO claim (item, language, words, speaker, source, chain, hedge, entered_at, entered_by)
            VALUES ($item, $language, $words, $speaker, $source, $chain, $hedge, $now, $by)
            """,
            ("item", item.Value), ("language", language.Value), ("words", draft.Words), ("speaker", draft.Speaker),
            ("source", draft.Source), ("chain", JsonSerializer.Serialize(draft.Chain, Readable)), ("hedge", (int)draft.Hedge!.Value),
            ("now", now.ToUnixTimeMilliseconds()), ("by", by?.Value));
        return new ClaimId(connection.Number("SELECT last_insert_rowid()"));
    }

    private static bool Retire(SqliteConnection connection, ClaimId claim, Instant now) => connection.Run(
        "UPDATE claim SET retired_at = $now WHERE id = $id AND retired_at IS NULL",
        ("id", claim.Value), ("now", now.ToUnixTimeMilliseconds())) == 1;

    private async Task<ClaimId?> ChangeAsync(ItemId item, Func<SqliteConnection, ClaimId?> change, CancellationToken cancel)
    {
        var id = await database.WriteAsync(change, cancel);
        changes.Announce(item);
        return id;
    }
}
