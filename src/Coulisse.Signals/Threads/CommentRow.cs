using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Threads;

/// <summary>A comment as the writers see it, inside their transaction.</summary>
internal sealed record CommentRow(
    CommentId Id, ItemId Item, CommentId? Parent, byte[]? Place, CommentState State, AccountId? Author, int Version, string Blocks)
{
    private const string ErasedBlocks = "[]";

    public bool HasWords => Blocks != ErasedBlocks;

    public static CommentRow? Find(SqliteConnection connection, CommentId id) => connection.First(
        "SELECT id, item, parent, place, state, author, version, blocks FROM comment WHERE id = $id", Read, ("id", id.Value));

    /// <summary>Shows the comment: gives it the next number of its level, never used before, and with it its place.</summary>
    public void GivePlace(SqliteConnection connection)
    {
        var parentPlace = Parent is { } parent ? Find(connection, parent)!.Place! : [];
        var number = (int)connection.Number("""
            SELECT max(number) FROM comment WHERE item = $item AND ifnull(parent, 0) = $parent AND number IS NOT NULL
            """, ("item", Item.Value), ("parent", Parent?.Value ?? 0)) + 1;
        connection.Run("UPDATE comment SET state = $shown, number = $number, place = $place WHERE id = $id",
            ("shown", (int)CommentState.Shown), ("number", number), ("place", Placement.Below(parentPlace, number)),
            ("id", Id.Value));
    }

    public void Become(SqliteConnection connection, CommentState state) =>
        connection.Run("UPDATE comment SET state = $state WHERE id = $id", ("state", (int)state), ("id", Id.Value));

    /// <summary>Puts new words in the place of the old, which stay as an earlier version.</summary>
    public void Rewrite(SqliteConnection connection, string blocks, long writtenAt)
    {
        connection.Run("""
            INSERT INTO comment_version (comment, version, blocks, written_at)
            SELECT id, version, blocks, ifnull(edited_at, written_at) FROM comment WHERE id = $id
            """, ("id", Id.Value));
        connection.Run("UPDATE comment SET blocks = $blocks, version = version + 1, edited_at = $at WHERE id = $id",
            ("blocks", blocks), ("at", writtenAt), ("id", Id.Value));
        DropHeldEdit(connection);
    }

    public void DropHeldEdit(SqliteConnection connection) =>
        connection.Run("DELETE FROM held_edit WHERE comment = $id", ("id", Id.Value));

    /// <summary>Erases the words from the comment, from all its earlier versions and from an edit that waits.</summary>
    public void EraseWords(SqliteConnection connection, long at)
    {
        connection.Run("UPDATE comment SET blocks = $erased, withdrawn_at = $at WHERE id = $id",
            ("erased", ErasedBlocks), ("at", at), ("id", Id.Value));
        connection.Run("UPDATE comment_version SET blocks = $erased WHERE comment = $id",
            ("erased", ErasedBlocks), ("id", Id.Value));
        DropHeldEdit(connection);
    }

    private static CommentRow Read(SqliteDataReader row) => new(
        Id: new(row.GetInt64(0)),
        Item: new(row.GetInt64(1)),
        Parent: row.NumberOrNull(2) is { } parent ? new CommentId(parent) : null,
        Place: row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3),
        State: (CommentState)row.GetInt32(4),
        Author: row.TextOrNull(5) is { } author ? new AccountId(author) : null,
        Version: row.GetInt32(6),
        Blocks: row.GetString(7));
}
