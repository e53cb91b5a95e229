using Coulisse.Signals.Accounts;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>Reads <see cref="Comment"/>s from rows.</summary>
internal static class CommentRows
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns = """
        comment.id, comment.item, comment.parent, comment.answering, comment.number, comment.state, comment.author,
        comment.imported_author, comment.imported, comment.language, comment.blocks, comment.written_at, comment.edited_at,
        comment.version, comment.score
        """;

    public static Comment Read(SqliteDataReader row) => new(
        Id: new(row.GetInt64(0)),
        Item: new(row.GetInt64(1)),
        Parent: CommentAt(row, 2),
        Answering: CommentAt(row, 3),
        Number: (int?)row.NumberOrNull(4),
        State: (CommentState)row.GetInt32(5),
        Author: row.TextOrNull(6) is { } author ? new AccountId(author) : null,
        ImportedAuthor: row.TextOrNull(7),
        IsImported: row.GetInt64(8) != 0,
        Language: row.GetString(9),
        Text: CommentText.FromJson(row.GetString(10)),
        WrittenAt: InstantAt(row, 11),
        EditedAt: InstantAt(row, 12),
        Version: row.GetInt32(13),
        Score: row.GetInt64(14));

    public static Instant? InstantAt(SqliteDataReader row, int column) =>
        row.NumberOrNull(column) is { } milliseconds ? Instant.FromUnixTimeMilliseconds(milliseconds) : null;

    private static CommentId? CommentAt(SqliteDataReader row, int column) =>
        row.NumberOrNull(column) is { } id ? new CommentId(id) : null;
}
