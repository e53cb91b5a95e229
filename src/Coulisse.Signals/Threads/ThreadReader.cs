using System.Collections.Immutable;
using System.Globalization;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>Reads threads. What comes back is of one moment: the count is that of the comments.</summary>
public sealed class ThreadReader(Database database, ThreadIndexes indexes)
{
    /// <summary>The comments that have a number: shown, withdrawn and removed.</summary>
    public int Count(ItemId item) => database.Read(connection => ThreadIndexes.CountOf(connection, item));

    /// <summary>The counts of many items at once, for lists; an item without comments is missing.</summary>
    public IReadOnlyDictionary<ItemId, int> Counts() => database.Read(connection => connection
        .All("SELECT item, placed FROM thread", row => (new ItemId(row.GetInt64(0)), row.GetInt32(1)))
        .ToDictionary());

    /// <summary>One page, from 1; a page past the end is the last one.</summary>
    public ThreadPage Page(ItemId item, int page) => database.Read(connection =>
    {
        var index = indexes.Of(connection, item);
        var which = Math.Clamp(page, 1, index.Pages);
        var first = (which - 1) * ThreadIndex.PageSize;
        var positions = Enumerable.Range(first, Math.Min(ThreadIndex.PageSize, index.Count - first)).ToList();
        var above = positions.Count == 0 ? [] : index.Above(first);
        var comments = ByIds(connection, [.. above.Concat(positions).Select(index.At)]);
        PlacedComment Placed(int position) => new(comments[index.At(position)], index.DepthAt(position), index.PathAt(position));
        return new ThreadPage(index.Count, which, index.Pages, [.. above.Select(Placed)], [.. positions.Select(Placed)]);
    });

    /// <summary>The page on which a comment stands; null when it has no place in this item's thread.</summary>
    public int? PageOf(ItemId item, CommentId comment) => database.Read(connection =>
        indexes.Of(connection, item).PositionOf(comment) is { } position ? ThreadIndex.PageOf(position) : (int?)null);

    /// <summary>The numbers of comments of one thread, as "2.1"; those without a place are missing.</summary>
    public IReadOnlyDictionary<CommentId, string> PathsOf(ItemId item, IEnumerable<CommentId> comments) => database.Read(connection =>
    {
        var index = indexes.Of(connection, item);
        return comments.Distinct().Where(id => index.PositionOf(id) is not null)
            .ToDictionary(id => id, id => index.PathAt(index.PositionOf(id)!.Value));
    });

    /// <summary>One comment in whatever state; null when there is none. <see cref="PlacedComment.Path"/> is empty without a place.</summary>
    public PlacedComment? Find(CommentId id) => database.Read(connection =>
    {
        var comment = connection.First($"SELECT {CommentRows.Columns} FROM comment WHERE id = $id", CommentRows.Read, ("id", id.Value));
        if (comment is null)
            return null;
        var index = indexes.Of(connection, comment.Item);
        return index.PositionOf(id) is { } position
            ? new PlacedComment(comment, index.DepthAt(position), index.PathAt(position))
            : new PlacedComment(comment, 1, "");
    });

    /// <summary>The comments that were shown last, the newest first; only those whose words may be read.</summary>
    public ImmutableArray<PlacedComment> Newest(ItemId item, int most) => database.Read(connection =>
    {
        var index = indexes.Of(connection, item);
        return connection.All($"""
            SELECT {CommentRows.Columns} FROM comment
            WHERE item = $item AND placing IS NOT NULL AND state = $shown ORDER BY placing DESC LIMIT $most
            """, CommentRows.Read, ("item", item.Value), ("shown", (int)CommentState.Shown), ("most", most))
            .Select(comment => (comment, position: index.PositionOf(comment.Id)!.Value))
            .Select(found => new PlacedComment(found.comment, index.DepthAt(found.position), index.PathAt(found.position)))
            .ToImmutableArray();
    });

    /// <summary>How one person voted on these comments; no vote is missing.</summary>
    public IReadOnlyDictionary<CommentId, Vote> VotesOf(AccountId voter, IEnumerable<CommentId> comments) =>
        database.Read(connection => connection.All(
            "SELECT comment, value FROM vote WHERE voter = $voter AND comment IN (SELECT value FROM json_each($ids))",
            row => (new CommentId(row.GetInt64(0)), (Vote)row.GetInt32(1)),
            ("voter", voter.Value), ("ids", Ids(comments))).ToDictionary());

    /// <summary>An author's own comments on an item that others cannot read: held, refused, removed, or with an edit that waits.</summary>
    public ImmutableArray<OwnWaiting> WaitingOf(AccountId author, ItemId item) => database.Read(connection => connection.All($"""
        SELECT {CommentRows.Columns}, held_edit.blocks, held_edit.refused
        FROM comment LEFT JOIN held_edit ON held_edit.comment = comment.id
        WHERE comment.item = $item AND comment.author = $author
            AND (comment.state IN ($held, $removed, $refused) OR held_edit.comment IS NOT NULL)
        ORDER BY comment.id DESC LIMIT 50
        """, row => new OwnWaiting(CommentRows.Read(row),
            row.TextOrNull(15) is { } blocks ? CommentText.FromJson(blocks) : null, row.NumberOrNull(16) == 1),
        ("item", item.Value), ("author", author.Value), ("held", (int)CommentState.Held),
        ("removed", (int)CommentState.Removed), ("refused", (int)CommentState.Refused)).ToImmutableArray());

    /// <summary>What a comment said before, the oldest first; the present words are not among them.</summary>
    public ImmutableArray<CommentVersion> Earlier(CommentId comment) => database.Read(connection => connection.All(
        "SELECT version, blocks, written_at FROM comment_version WHERE comment = $id ORDER BY version",
        row => new CommentVersion(row.GetInt32(0), CommentText.FromJson(row.GetString(1)), CommentRows.InstantAt(row, 2)),
        ("id", comment.Value)).ToImmutableArray());

    /// <summary>The whole thread in thread order, to be written out: counts, numbers, scores, dates and nesting as they are shown.</summary>
    public ImmutableArray<PlacedComment> Whole(ItemId item) => database.Read(connection =>
    {
        var index = indexes.Of(connection, item);
        var position = 0;
        return connection.All(
            $"SELECT {CommentRows.Columns} FROM comment WHERE item = $item AND place IS NOT NULL ORDER BY place",
            row => new PlacedComment(CommentRows.Read(row), index.DepthAt(position), index.PathAt(position++)),
            ("item", item.Value)).ToImmutableArray();
    });

    private static Dictionary<CommentId, Comment> ByIds(SqliteConnection connection, IReadOnlyList<CommentId> ids) => connection
        .All($"SELECT {CommentRows.Columns} FROM comment WHERE id IN (SELECT value FROM json_each($ids))",
            CommentRows.Read, ("ids", Ids(ids)))
        .ToDictionary(comment => comment.Id);

    private static string Ids(IEnumerable<CommentId> ids) =>
        $"[{string.Join(',', ids.Select(id => id.Value.ToString(CultureInfo.InvariantCulture)))}]";
}
