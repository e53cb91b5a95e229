using System.Collections.Immutable;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>The public log of decisions, newest first. Nothing in it is ever changed or taken out.</summary>
public sealed class ModerationLog(Database database)
{
    public const int PageSize = 50;

    private const string Entries = """
        SELECT decided.id, decided.decided_at, decided.act, decided.reason, comment.item, comment.id, comment.place, comment.state,
            objection.appealed_at, answered.decision
        FROM moderation_decision AS decided
        JOIN comment ON comment.id = decided.comment
        LEFT JOIN appeal AS objection ON objection.decision = decided.id
        LEFT JOIN appeal AS answered ON answered.id = decided.appeal
        """;

    public int Count() => database.Read(connection => (int)connection.Number("SELECT count(*) FROM moderation_decision"));

    /// <summary>One page, from 1.</summary>
    public ImmutableArray<LogEntry> Page(int page) => database.Read(connection => connection.All(
        $"{Entries} ORDER BY decided.id DESC LIMIT $size OFFSET $skip", Read,
        ("size", PageSize), ("skip", (Math.Max(1, page) - 1L) * PageSize)).ToImmutableArray());

    /// <summary>All decisions about one comment, newest first: what its author reads before an appeal.</summary>
    public ImmutableArray<LogEntry> Of(CommentId comment) => database.Read(connection => connection.All(
        $"{Entries} WHERE comment.id = $id ORDER BY decided.id DESC LIMIT 200", Read, ("id", comment.Value)).ToImmutableArray());

    /// <summary>Which comment a decision is about; null when there is no such decision.</summary>
    public CommentId? CommentOf(DecisionId decision) => database.Read(connection =>
        connection.Number("SELECT comment FROM moderation_decision WHERE id = $id", ("id", decision.Value)) is > 0 and var comment
            ? new CommentId(comment) : (CommentId?)null);

    private static LogEntry Read(SqliteDataReader row) => new(
        Id: new(row.GetInt64(0)),
        At: Instant.FromUnixTimeMilliseconds(row.GetInt64(1)),
        Act: (DecisionAct)row.GetInt32(2),
        Reason: row.GetString(3),
        Item: new(row.GetInt64(4)),
        Comment: new(row.GetInt64(5)),
        Path: row.IsDBNull(6) ? "" : Placement.PathOf(row.GetFieldValue<byte[]>(6)),
        State: (CommentState)row.GetInt32(7),
        Appealed: CommentRows.InstantAt(row, 8),
        Answers: row.NumberOrNull(9) is { } answered ? new DecisionId(answered) : null);
}
