using System.Collections.Immutable;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Translations;

/// <summary>What readers reported about translations.</summary>
public sealed class TranslationReportStore(Database database)
{
    /// <summary>Reports on one edition that may wait at a time: enough to see that something is wrong.</summary>
    public const int OpenPerEditionMax = 50;

    private const string Columns = """
        SELECT id, item, language, version, words, remark, reporter IS NOT NULL, reported_at, answered_at, answer
        FROM translation_report
        """;

    /// <returns>False if so many reports wait for this edition that another would tell nothing new.</returns>
    public Task<bool> AddAsync(ItemId item, LanguageTag language, int version, string words, string remark, AccountId? by,
        Instant now, CancellationToken cancel) => database.WriteAsync(connection => connection.Run("""
            INSERT INTO translation_report (item, language, version, words, remark, reporter, reported_at)
            SELECT $item, $language, $version, $words, $remark, $by, $now
            WHERE (SELECT count(*) FROM translation_report
                   WHERE item = $item AND language = $language AND answered_at IS NULL) < $most
            """,
            ("item", item.Value), ("language", language.Value), ("version", version), ("words", words), ("remark", remark),
            ("by", by?.Value), ("now", now.ToUnixTimeMilliseconds()), ("most", OpenPerEditionMax)) == 1, cancel);

    /// <summary>Those that wait, the oldest first.</summary>
    public ImmutableArray<TranslationReport> Open(int most) => database.Read(connection => connection.All(
        Columns + " WHERE answered_at IS NULL ORDER BY id LIMIT $most", ReadReport, ("most", most)).ToImmutableArray());

    /// <summary>Those answered, the latest answer first.</summary>
    public ImmutableArray<TranslationReport> Answered(int most) => database.Read(connection => connection.All(
        Columns + " WHERE answered_at IS NOT NULL ORDER BY answered_at DESC, id DESC LIMIT $most", ReadReport, ("most", most))
        .ToImmutableArray());

    public ImmutableDictionary<ItemId, int> OpenByItem() => database.Read(connection => connection.All(
        "SELECT item, count(*) FROM translation_report WHERE answered_at IS NULL GROUP BY item",
        row => (Item: new ItemId(row.GetInt64(0)), Count: row.GetInt32(1))).ToImmutableDictionary(r => r.Item, r => r.Count));

    /// <returns>False if there is no such report, or it was answered already.</returns>
    public Task<bool> AnswerAsync(TranslationReportId report, string answer, Instant now, CancellationToken cancel) =>
        database.WriteAsync(connection => connection.Run(
            "UPDATE translation_report SET answer = $answer, answered_at = $now WHERE id = $id AND answered_at IS NULL",
            ("id", report.Value), ("answer", answer), ("now", now.ToUnixTimeMilliseconds())) == 1, cancel);

    private static TranslationReport ReadReport(SqliteDataReader row) => new(
        Id: new(row.GetInt64(0)),
        Item: new(row.GetInt64(1)),
        Language: LanguageTag.Known(row.GetString(2)),
        Version: row.GetInt32(3),
        Words: row.GetString(4),
        Remark: row.GetString(5),
        IsFromAccount: row.GetInt64(6) == 1,
        ReportedAt: Instant.FromUnixTimeMilliseconds(row.GetInt64(7)),
        AnsweredAt: row.NumberOrNull(8) is { } at ? Instant.FromUnixTimeMilliseconds(at) : null,
        Answer: row.TextOrNull(9));
}
