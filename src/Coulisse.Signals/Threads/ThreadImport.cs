using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Threads;

/// <summary>Puts the comments of a saved page into a thread: shown at once, numbered as they come, signed in by nobody.</summary>
public static class ThreadImport
{
    private const string Insert = """
        INSERT INTO comment (item, parent, answering, number, place, state, imported_author, imported, language, blocks,
            written_at, imported_score, score, placing)
        VALUES ($item, $parent, $answering, $number, $place, $shown, $author, 1, $language, $blocks, $at, $score, $score, $placing)
        RETURNING id
        """;

    // A comment under which others are put, and the last number given there.
    private sealed class Level(long? comment, byte[] place)
    {
        public long? Comment { get; } = comment;
        public byte[] Place { get; } = place;
        public int Last { get; set; }
    }

    /// <summary>Inserts a tree in thread order, inside the caller's transaction (the item's own, so that both come or neither).</summary>
    /// <returns>How many comments were inserted.</returns>
    public static int Into(SqliteConnection connection, ItemId item, IEnumerable<ImportedComment> comments)
    {
        using var command = Prepared(connection, item);
        var top = new Level(null, [])
        {
            Last = (int)connection.Number("SELECT max(number) FROM comment WHERE item = $item AND parent IS NULL", ("item", item.Value)),
        };
        var before = ThreadIndexes.CountOf(connection, item);
        var inserted = 0;
        var waiting = new Stack<(ImportedComment Comment, Level Under, long? Answering)>();
        Push(waiting, comments, top, answering: null);
        while (waiting.TryPop(out var next))
        {
            command.Parameters["$placing"].Value = before + ++inserted;
            var level = InsertOne(command, next.Comment, next.Under, next.Answering);
            var isLast = Placement.DepthOf(level.Place) >= Placement.DepthMax;
            Push(waiting, next.Comment.Answers, isLast ? next.Under : level, isLast ? level.Comment : null);
        }
        connection.Run("""
            INSERT INTO thread (item, placed) VALUES ($item, $count) ON CONFLICT (item) DO UPDATE SET placed = $count
            """, ("item", item.Value), ("count", before + inserted));
        return inserted;
    }

    private static void Push(Stack<(ImportedComment, Level, long?)> waiting, IEnumerable<ImportedComment> comments, Level under,
        long? answering)
    {
        foreach (var comment in comments.Reverse())
            waiting.Push((comment, under, answering));
    }

    private static Level InsertOne(SqliteCommand command, ImportedComment comment, Level under, long? answering)
    {
        var place = Placement.Below(under.Place, ++under.Last);
        command.Parameters["$parent"].Value = (object?)under.Comment ?? DBNull.Value;
        command.Parameters["$answering"].Value = (object?)answering ?? DBNull.Value;
        command.Parameters["$number"].Value = under.Last;
        command.Parameters["$place"].Value = place;
        command.Parameters["$author"].Value = (object?)comment.Author ?? DBNull.Value;
        command.Parameters["$language"].Value = comment.Language;
        command.Parameters["$blocks"].Value = comment.TextUnder(answering ?? under.Comment).ToJson();
        command.Parameters["$at"].Value = (object?)comment.WrittenAt?.ToUnixTimeMilliseconds() ?? DBNull.Value;
        command.Parameters["$score"].Value = comment.Score;
        return new((long)command.ExecuteScalar()!, place);
    }

    private static SqliteCommand Prepared(SqliteConnection connection, ItemId item)
    {
        var command = connection.CreateCommand();
        command.CommandText = Insert;
        command.Parameters.AddWithValue("$item", item.Value);
        command.Parameters.AddWithValue("$shown", (int)CommentState.Shown);
        foreach (var name in (string[])["$parent", "$answering", "$number", "$place", "$author", "$language", "$blocks", "$at", "$score", "$placing"])
            command.Parameters.AddWithValue(name, DBNull.Value);
        return command;
    }
}
