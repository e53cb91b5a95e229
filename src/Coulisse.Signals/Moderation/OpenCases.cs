using System.Collections.Immutable;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>What waits for a moderator, longest first.</summary>
public sealed class OpenCases(Database database, ModerationLog log)
{
    public const int CasesMax = 50;
    private const int ReportsShownMax = 20;

    // One row for each comment that waits, with the earliest of its causes.
    private const string Waiting = """
        SELECT comment, min(since) AS since FROM (
            SELECT id AS comment, written_at AS since FROM comment WHERE state = 1
            UNION ALL
            SELECT held_edit.comment, held_edit.written_at FROM held_edit JOIN comment ON comment.id = held_edit.comment
            WHERE held_edit.refused = 0 AND comment.state = 2
            UNION ALL
            SELECT comment_report.comment, comment_report.reported_at
            FROM comment_report JOIN comment ON comment.id = comment_report.comment
            WHERE comment_report.decision IS NULL AND comment.state = 2
            UNION ALL
            SELECT decided.comment, appeal.appealed_at
            FROM appeal JOIN moderation_decision AS decided ON decided.id = appeal.decision
            WHERE NOT EXISTS (SELECT 1 FROM moderation_decision AS answer WHERE answer.appeal = appeal.id)
        ) GROUP BY comment
        """;

    private sealed record Row(Comment Comment, string Path, Instant Since, HoldReasons HeldFor, CommentText? Edit);

    public int Count() => database.Read(connection => (int)connection.Number($"SELECT count(*) FROM ({Waiting})"));

    /// <summary>The <see cref="CasesMax"/> that wait longest.</summary>
    public ImmutableArray<OpenCase> First() => Cases($"ORDER BY waiting.since, comment.id LIMIT {CasesMax}");

    /// <summary>What waits about one comment; null when nothing does.</summary>
    public OpenCase? Of(CommentId comment) =>
        Cases("WHERE comment.id = $id", ("id", comment.Value)).FirstOrDefault();

    private ImmutableArray<OpenCase> Cases(string which, params (string, object?)[] values) => database.Read(connection =>
        connection.All($"""
            SELECT {CommentRows.Columns}, comment.place, waiting.since, comment.held_for, held_edit.blocks, held_edit.held_for
            FROM ({Waiting}) AS waiting JOIN comment ON comment.id = waiting.comment
            LEFT JOIN held_edit ON held_edit.comment = comment.id AND held_edit.refused = 0
            {which}
            """, Read, values).Select(row => Case(connection, row)).ToImmutableArray());

    private OpenCase Case(SqliteConnection connection, Row row)
    {
        var reports = connection.All(
            "SELECT reason FROM comment_report WHERE comment = $id AND decision IS NULL ORDER BY id LIMIT $most",
            report => report.GetString(0), ("id", row.Comment.Id.Value), ("most", ReportsShownMax));
        var appeal = connection.First("""
            SELECT appeal.reason, appeal.decision FROM appeal JOIN moderation_decision AS decided ON decided.id = appeal.decision
            WHERE decided.comment = $id AND NOT EXISTS (SELECT 1 FROM moderation_decision AS answer WHERE answer.appeal = appeal.id)
            ORDER BY appeal.id LIMIT 1
            """, found => new { Reason = found.GetString(0), Decision = new DecisionId(found.GetInt64(1)) },
            ("id", row.Comment.Id.Value));
        var appealed = appeal is null ? null : log.Of(row.Comment.Id).FirstOrDefault(entry => entry.Id == appeal.Decision);
        return new(row.Comment, row.Path, row.Since, row.HeldFor, row.Edit, [.. reports], appeal?.Reason, appealed);
    }

    private static Row Read(SqliteDataReader row)
    {
        var comment = CommentRows.Read(row);
        var commentHeldFor = comment.State == CommentState.Held ? (HoldReasons)row.GetInt32(17) : HoldReasons.None;
        return new(comment, row.IsDBNull(15) ? "" : Placement.PathOf(row.GetFieldValue<byte[]>(15)),
            Instant.FromUnixTimeMilliseconds(row.GetInt64(16)),
            commentHeldFor | (HoldReasons)(row.NumberOrNull(19) ?? 0),
            row.TextOrNull(18) is { } blocks ? CommentText.FromJson(blocks) : null);
    }
}
