using System.Security.Cryptography;
using System.Text;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>Writes comments. Each method returns after its commit is on the disk, and has then told <see cref="Changes"/>.</summary>
public sealed class ThreadWriter(Database database, Changes changes)
{
    public const int CommentsMax = 1_000_000;
    public const int EditsMax = 100;
    public const int WaitingMax = 50;

    /// <summary>Posts a comment or an answer. The same form sent again gives the same answer and posts nothing.</summary>
    public async Task<Posting> PostAsync(CommentDraft draft, CommentAuthor author, Instant now, CancellationToken cancel)
    {
        var posting = await database.WriteAsync(connection => Post(connection, draft, author, now), cancel);
        if (posting is Posting.Saved { HeldFor: HoldReasons.None })
            changes.Announce(draft.Item);
        return posting;
    }

    /// <summary>Changes one's own words. Where the rules hold the new ones, the old stay on the page until they are released.</summary>
    /// <param name="id">The comment.</param>
    /// <param name="version">The version the author saw; an edit made meanwhile is not overwritten.</param>
    /// <param name="text">The new words.</param>
    /// <param name="author">Who edits.</param>
    /// <param name="now">The minute that is shown.</param>
    /// <param name="cancel">Looked at only before the transaction begins.</param>
    public async Task<Posting> EditAsync(
        CommentId id, int version, CommentText text, CommentAuthor author, Instant now, CancellationToken cancel)
    {
        var (posting, row) = await database.WriteAsync(connection =>
        {
            var found = CommentRow.Find(connection, id);
            return (found is null ? Refused(CommentRefusal.NoSuchComment) : Edit(connection, found, version, text, author, now), found);
        }, cancel);
        if (posting is Posting.Saved { HeldFor: HoldReasons.None })
            changes.Announce(row!.Item);
        return posting;
    }

    /// <summary>Takes one's own words back: they are erased, also from earlier versions; number, date and answers stay.</summary>
    /// <returns>Null when done (also when it was done before).</returns>
    public async Task<CommentRefusal?> WithdrawAsync(CommentId id, AccountId author, Instant now, CancellationToken cancel)
    {
        var (refusal, row) = await database.WriteAsync<(CommentRefusal?, CommentRow?)>(connection =>
        {
            if (CommentRow.Find(connection, id) is not { } found)
                return (CommentRefusal.NoSuchComment, null);
            if (found.Author != author)
                return (CommentRefusal.NotYours, null);
            if (found.HasWords)
                found.EraseWords(connection, now.ToUnixTimeMilliseconds());
            if (found.State is CommentState.Held or CommentState.Shown)
                found.Become(connection, CommentState.Withdrawn);
            return (null, found);
        }, cancel);
        if (row is { Place: not null })
            changes.Announce(row.Item);
        return refusal;
    }

    /// <summary>Sets, changes or takes back one person's vote; the score moves in the same transaction.</summary>
    public async Task<VoteAnswer> VoteAsync(CommentId id, AccountId voter, Vote vote, Instant now, CancellationToken cancel)
    {
        var (answer, row) = await database.WriteAsync<(VoteAnswer, CommentRow?)>(connection =>
        {
            if (CommentRow.Find(connection, id) is not { } found)
                return (VoteAnswer.NoSuchComment, null);
            return (Count(connection, found, voter, vote, now), found);
        }, cancel);
        if (answer == VoteAnswer.Counted)
            changes.Announce(row!.Item);
        return answer;
    }

    private static Posting Post(SqliteConnection connection, CommentDraft draft, CommentAuthor author, Instant now)
    {
        var blocks = draft.Text.ToJson();
        var fingerprint = Fingerprint(draft, blocks);
        if (PostedBefore(connection, draft, author, fingerprint) is { } before)
            return before;
        var answered = draft.Answering is { } id ? CommentRow.Find(connection, id) : null;
        if (Refusal(connection, draft, author, answered) is { } refusal)
            return Refused(refusal);

        // An answer to a comment on the last level stands beside it, and keeps what it answers.
        var isBeside = answered is { Place: { } place } && Placement.DepthOf(place) >= Placement.DepthMax;
        var heldFor = AuthorStandings.Check(connection, draft.Text, author, except: null, now);
        connection.Run("""
            INSERT INTO comment (item, parent, answering, state, held_for, author, language, blocks, written_at)
            VALUES ($item, $parent, $answering, $held, $heldFor, $author, $language, $blocks, $now)
            """, ("item", draft.Item.Value), ("parent", (isBeside ? answered!.Parent : answered?.Id)?.Value),
            ("answering", isBeside ? answered!.Id.Value : null), ("held", (int)CommentState.Held), ("heldFor", (int)heldFor),
            ("author", author.Account.Value), ("language", draft.Language), ("blocks", blocks),
            ("now", now.ToUnixTimeMilliseconds()));
        var comment = new CommentId(connection.Number("SELECT last_insert_rowid()"));
        connection.Run("INSERT INTO submission (author, submission, fingerprint, comment) VALUES ($author, $form, $print, $id)",
            ("author", author.Account.Value), ("form", draft.Submission.Value), ("print", fingerprint), ("id", comment.Value));
        if (heldFor == HoldReasons.None)
            CommentRow.Find(connection, comment)!.GivePlace(connection);
        return new Posting.Saved(comment, heldFor);
    }

    private static CommentRefusal? Refusal(
        SqliteConnection connection, CommentDraft draft, CommentAuthor author, CommentRow? answered)
    {
        const int published = 3;
        var item = ("item", (object?)draft.Item.Value);
        if (!QuotedPlace.IsLanguage(draft.Language))
            return CommentRefusal.LanguageMissing;
        if (connection.Number("SELECT state FROM item WHERE id = $item", item) != published)
            return CommentRefusal.ThreadClosed;
        if (draft.Answering is not null && (answered is null || answered.Item != draft.Item))
            return CommentRefusal.NoSuchComment;
        if (answered is not null && answered.State != CommentState.Shown)
            return CommentRefusal.ParentNotShown;
        if (connection.Number("SELECT placed FROM thread WHERE item = $item", item) >= CommentsMax)
            return CommentRefusal.ThreadFull;
        var waiting = connection.Number("SELECT count(*) FROM comment WHERE author = $author AND state = $held",
            ("author", author.Account.Value), ("held", (int)CommentState.Held));
        return waiting >= WaitingMax ? CommentRefusal.TooManyWaiting : null;
    }

    private static Posting? PostedBefore(
        SqliteConnection connection, CommentDraft draft, CommentAuthor author, byte[] fingerprint) => connection.First<Posting>("""
        SELECT submission.comment, submission.fingerprint, comment.held_for, comment.state
        FROM submission JOIN comment ON comment.id = submission.comment
        WHERE submission.author = $author AND submission.submission = $form
        """, row => fingerprint.AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(1))
            ? new Posting.Saved(new(row.GetInt64(0)),
                (CommentState)row.GetInt32(3) == CommentState.Held ? (HoldReasons)row.GetInt32(2) : HoldReasons.None)
            : Refused(CommentRefusal.FormUsedBefore),
        ("author", author.Account.Value), ("form", draft.Submission.Value));

    private static byte[] Fingerprint(CommentDraft draft, string blocks) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{draft.Item}\n{draft.Answering}\n{draft.Language}\n{blocks}"));

    private static Posting Edit(SqliteConnection connection, CommentRow row, int version, CommentText text,
        CommentAuthor author, Instant now)
    {
        var blocks = text.ToJson();
        var at = now.ToUnixTimeMilliseconds();
        if (row.Author != author.Account)
            return Refused(CommentRefusal.NotYours);
        if (row.State is not (CommentState.Held or CommentState.Shown))
            return Refused(CommentRefusal.NotEditable);
        if (blocks == row.Blocks)
        {
            row.DropHeldEdit(connection);
            return new Posting.Saved(row.Id, HeldFor(connection, row));
        }
        if (version != row.Version)
            return Refused(CommentRefusal.ChangedMeanwhile);
        if (row.Version > EditsMax)
            return Refused(CommentRefusal.TooManyEdits);

        var heldFor = AuthorStandings.Check(connection, text, author, except: row.Id, now);
        if (row.State == CommentState.Shown && heldFor != HoldReasons.None)
            HoldEdit(connection, row, blocks, heldFor, at);
        else
            row.Rewrite(connection, blocks, at);
        if (row.State == CommentState.Held)
            connection.Run("UPDATE comment SET held_for = held_for | $more WHERE id = $id",
                ("more", (int)heldFor), ("id", row.Id.Value));
        return new Posting.Saved(row.Id, row.State == CommentState.Held ? HeldFor(connection, row) : heldFor);
    }

    private static void HoldEdit(SqliteConnection connection, CommentRow row, string blocks, HoldReasons heldFor, long at) =>
        connection.Run("""
            INSERT INTO held_edit (comment, blocks, held_for, written_at) VALUES ($id, $blocks, $heldFor, $at)
            ON CONFLICT (comment) DO UPDATE SET blocks = $blocks, held_for = $heldFor, refused = 0, written_at = $at
            """, ("id", row.Id.Value), ("blocks", blocks), ("heldFor", (int)heldFor), ("at", at));

    private static HoldReasons HeldFor(SqliteConnection connection, CommentRow row) => row.State != CommentState.Held
        ? HoldReasons.None
        : (HoldReasons)connection.Number("SELECT held_for FROM comment WHERE id = $id", ("id", row.Id.Value));

    private static VoteAnswer Count(SqliteConnection connection, CommentRow row, AccountId voter, Vote vote, Instant now)
    {
        (string, object?)[] who = [("id", row.Id.Value), ("voter", voter.Value)];
        var before = (Vote)connection.Number("SELECT value FROM vote WHERE comment = $id AND voter = $voter", who);
        var answer = VoteRules.Check(row.State, row.Author, voter, before, vote);
        if (answer != VoteAnswer.Counted)
            return answer;
        if (vote == Vote.None)
            connection.Run("DELETE FROM vote WHERE comment = $id AND voter = $voter", who);
        else
            connection.Run("""
                INSERT INTO vote (comment, voter, value, cast_at) VALUES ($id, $voter, $value, $now)
                ON CONFLICT (comment, voter) DO UPDATE SET value = $value, cast_at = $now
                """, [.. who, ("value", (int)vote), ("now", now.ToUnixTimeMilliseconds())]);
        connection.Run("UPDATE comment SET score = score + $change WHERE id = $id",
            ("change", (int)vote - (int)before), ("id", row.Id.Value));
        return answer;
    }

    private static Posting.Refused Refused(CommentRefusal reason) => new(reason);
}
