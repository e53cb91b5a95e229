using Coulisse.Signals.Moderation;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using Microsoft.Data.Sqlite;
using NodaTime;
using static Coulisse.Signals.Tests.Threads.PageFile;

namespace Coulisse.Signals.Tests.Threads;

public sealed class ThreadWriterTests : IDisposable
{
    private readonly PageFile _page = new();

    [Fact]
    public void Comments_are_numbered_per_level_in_the_order_they_come()
    {
        var first = _page.Posted(Ada, "First.");
        _page.Posted(Ben, "Second.");
        var answer = _page.Posted(Ben, "Answer.", first);
        _page.Posted(Ada, "Answer to the answer.", answer);
        _page.Posted(Cleo, "Another answer.", first);
        Assert.Equal(["1", "1.1", "1.1.1", "1.2", "2"], _page.ReadAllPages(_page.Item).Select(placed => placed.Path));
        Assert.Equal(5, _page.Threads.Count(_page.Item));
    }

    [Fact]
    public void A_comment_keeps_its_language_its_quotation_and_its_minute()
    {
        var first = _page.Posted(Ada, "The ferry leaves at dawn.");
        var text = Words("> at dawn\n\nЭто неправда.", new Quotable(new QuotedPlace.InComment(first), "The ferry leaves at dawn."));
        var draft = new CommentDraft(_page.Item, first, "ru", text, _page.NextForm());
        var saved = Assert.IsType<Posting.Saved>(_page.Send(draft, Ben));
        var read = _page.Threads.Find(saved.Comment)!.Comment;
        Assert.Equal(("ru", Noon, Ben), (read.Language, read.WrittenAt!.Value, read.Author!.Value));
        Assert.Equal(text.Blocks, read.Text.Blocks);
    }

    [Fact]
    public void The_same_form_sent_again_posts_once_also_after_a_restart()
    {
        var draft = _page.Draft("Only once.");
        var first = _page.Send(draft, Ada);
        var again = _page.SendAfterRestart(draft, Ada);
        Assert.Equal(first, again);
        Assert.Equal(1, _page.Threads.Count(_page.Item));
    }

    [Fact]
    public void The_same_form_with_other_words_is_refused()
    {
        var draft = _page.Draft("Only once.");
        _ = _page.Send(draft, Ada);
        Assert.Equal(new Posting.Refused(CommentRefusal.FormUsedBefore),
            _page.Send(draft with { Text = Words("Twice.") }, Ada));
    }

    [Fact]
    public void Another_person_with_the_same_form_id_posts_their_own()
    {
        var draft = _page.Draft("Mine.");
        _ = _page.Send(draft, Ada);
        Assert.IsType<Posting.Saved>(_page.Send(draft, Ben));
        Assert.Equal(2, _page.Threads.Count(_page.Item));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Only_a_published_item_takes_comments(int state)
    {
        var draft = _page.Draft("Early.") with { Item = _page.NewItem(state) };
        Assert.Equal(new Posting.Refused(CommentRefusal.ThreadClosed),
            _page.Send(draft, Ada));
    }

    [Fact]
    public void An_answer_needs_a_comment_of_this_thread_that_is_shown()
    {
        var gone = _page.Posted(Ada, "Gone soon.");
        _page.Withdraw(Ada, gone);
        Assert.Equal(new Posting.Refused(CommentRefusal.ParentNotShown), _page.Post(Ben, "Too late.", gone));
        Assert.Equal(new Posting.Refused(CommentRefusal.NoSuchComment), _page.Post(Ben, "Where?", new(999)));
        var elsewhere = _page.Draft("Wrong thread.", gone) with { Item = _page.NewItem(state: 3) };
        Assert.Equal(new Posting.Refused(CommentRefusal.NoSuchComment),
            _page.Send(elsewhere, Ben));
    }

    [Fact]
    public void A_language_that_is_none_is_refused() =>
        Assert.Equal(new Posting.Refused(CommentRefusal.LanguageMissing),
            _page.Send(_page.Draft("Hm.") with { Language = "" }, Ada));

    [Fact]
    public void Below_the_last_level_an_answer_stands_beside_what_it_answers_and_says_so()
    {
        var deepest = _page.Posted(Ada, "1");
        for (var level = 2; level <= Placement.DepthMax; level++)
            deepest = _page.Posted(Ada, "deeper", deepest);
        var beside = _page.Posted(Ben, "too deep", deepest);
        var found = _page.Threads.Find(beside)!;
        Assert.Equal((Placement.DepthMax, 2), (found.Depth, found.Comment.Number!.Value));
        Assert.Equal(deepest, found.Comment.Answering);
    }

    [Fact]
    public void An_edit_is_visible_and_keeps_what_stood_there()
    {
        var comment = _page.Posted(Ada, "They said yes.");
        Assert.IsType<Posting.Saved>(_page.Edit(Ada, comment, "They said perhaps."));
        var read = _page.Threads.Find(comment)!.Comment;
        Assert.Equal(("They said perhaps.", 2, Noon), (read.Text.OwnWords, read.Version, read.EditedAt!.Value));
        Assert.Equal("They said yes.", Assert.Single(_page.Threads.Earlier(comment)).Text.OwnWords);
    }

    [Fact]
    public void Only_the_author_edits_and_only_what_they_have_seen()
    {
        var comment = _page.Posted(Ada, "They said yes.");
        Assert.Equal(new Posting.Refused(CommentRefusal.NotYours), _page.Edit(Ben, comment, "They said no."));
        _page.Edit(Ada, comment, "They said perhaps.");
        var stale = _page.SendEdit(Ada, comment, version: 1, Words("From the other window."));
        Assert.Equal(new Posting.Refused(CommentRefusal.ChangedMeanwhile), stale);
        Assert.Equal("They said perhaps.", _page.Threads.Find(comment)!.Comment.Text.OwnWords);
    }

    [Fact]
    public void The_same_edit_sent_again_makes_no_further_version()
    {
        var comment = _page.Posted(Ada, "One.");
        _page.Edit(Ada, comment, "Two.");
        Assert.IsType<Posting.Saved>(_page.SendEdit(Ada, comment, version: 1, Words("Two.")));
        Assert.Single(_page.Threads.Earlier(comment));
    }

    [Fact]
    public void A_withdrawn_comment_leaves_its_number_and_no_word_in_the_file()
    {
        const string words = "Zwetschgenknödel";
        var comment = _page.Posted(Ada, words);
        _page.Edit(Ada, comment, words + " again");
        _page.Posted(Ben, "An answer stays.", comment);
        Assert.Null(_page.Withdraw(Ada, comment));
        Assert.Null(_page.Withdraw(Ada, comment));

        var read = _page.Threads.Find(comment)!;
        Assert.Equal((CommentState.Withdrawn, "1", 0), (read.Comment.State, read.Path, read.Comment.Text.Blocks.Length));
        Assert.All(_page.Threads.Earlier(comment), version => Assert.Empty(version.Text.Blocks));
        Assert.Equal(2, _page.Threads.Count(_page.Item));
        _page.Database.Connect().Run("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Equal(-1, File.ReadAllBytes(_page.Database.Path).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)));
    }

    [Fact]
    public void Nobody_withdraws_anothers_words()
    {
        var comment = _page.Posted(Ada, "Mine.");
        Assert.Equal(CommentRefusal.NotYours, _page.Withdraw(Ben, comment));
        Assert.Equal(CommentRefusal.NoSuchComment, _page.Withdraw(Ben, new(999)));
        Assert.Equal(CommentState.Shown, _page.Threads.Find(comment)!.Comment.State);
    }

    [Fact]
    public void A_withdrawn_comment_is_not_edited()
    {
        var comment = _page.Posted(Ada, "Mine.");
        _page.Withdraw(Ada, comment);
        Assert.Equal(new Posting.Refused(CommentRefusal.NotEditable), _page.Edit(Ada, comment, "Back again."));
    }

    [Fact]
    public void A_vote_counts_once_a_person_and_can_be_changed_and_taken_back()
    {
        var comment = _page.Posted(Ada, "Vote.");
        Assert.Equal(VoteAnswer.Counted, _page.Vote(Ben, comment, Vote.For));
        Assert.Equal(VoteAnswer.Unchanged, _page.Vote(Ben, comment, Vote.For));
        Assert.Equal(VoteAnswer.Counted, _page.Vote(Cleo, comment, Vote.For));
        Assert.Equal(2, _page.Threads.Find(comment)!.Comment.Score);
        Assert.Equal(VoteAnswer.Counted, _page.Vote(Ben, comment, Vote.Against));
        Assert.Equal(0, _page.Threads.Find(comment)!.Comment.Score);
        Assert.Equal(VoteAnswer.Counted, _page.Vote(Ben, comment, Vote.None));
        Assert.Equal(1, _page.Threads.Find(comment)!.Comment.Score);
        Assert.Equal([KeyValuePair.Create(comment, Vote.For)], _page.Threads.VotesOf(Cleo, [comment]));
        Assert.Empty(_page.Threads.VotesOf(Ben, [comment]));
    }

    [Fact]
    public void Nobody_votes_on_their_own_comment_or_on_one_that_is_not_shown()
    {
        var comment = _page.Posted(Ada, "Vote.");
        Assert.Equal(VoteAnswer.OwnComment, _page.Vote(Ada, comment, Vote.For));
        _page.Withdraw(Ada, comment);
        Assert.Equal(VoteAnswer.NotShown, _page.Vote(Ben, comment, Vote.For));
        Assert.Equal(VoteAnswer.NoSuchComment, _page.Vote(Ben, new(999), Vote.For));
        Assert.Equal(0, _page.Threads.Find(comment)!.Comment.Score);
    }

    [Fact]
    public void A_held_comment_has_no_number_and_is_seen_by_its_author_only()
    {
        _page.Hold(new() { ReleasedBeforeMin = 1 });
        var held = Assert.IsType<Posting.Saved>(_page.Post(Ada, "First ever."));
        Assert.Equal(HoldReasons.NewAccount, held.HeldFor);
        Assert.Empty(_page.ReadAllPages(_page.Item));
        Assert.Equal(0, _page.Threads.Count(_page.Item));
        Assert.Equal(held.Comment, Assert.Single(_page.Threads.WaitingOf(Ada, _page.Item)).Comment.Id);
        Assert.Empty(_page.Threads.WaitingOf(Ben, _page.Item));
        Assert.Equal(VoteAnswer.NotShown, _page.Vote(Ben, held.Comment, Vote.For));
    }

    [Fact]
    public void The_rate_is_counted_over_everything_an_author_wrote_lately()
    {
        _page.Hold(new() { ReleasedBeforeMin = 0, AccountAgeMinutesMin = 0, RateMax = 2, RateMinutes = 10 });
        _page.Posted(Ada, "One.");
        _page.Posted(Ada, "Two.");
        Assert.Equal(HoldReasons.Rate, Assert.IsType<Posting.Saved>(_page.Post(Ada, "Three.")).HeldFor);
        Assert.Equal(HoldReasons.None, Assert.IsType<Posting.Saved>(_page.Post(Ben, "Mine.")).HeldFor);
        var later = _page.Send(_page.Draft("Later."), Ada, Noon + Duration.FromMinutes(10));
        Assert.Equal(HoldReasons.None, Assert.IsType<Posting.Saved>(later).HeldFor);
    }

    [Fact]
    public void Too_many_waiting_comments_of_one_author_are_refused()
    {
        _page.Hold(new() { ReleasedBeforeMin = 1 });
        for (var i = 0; i < ThreadWriter.WaitingMax; i++)
            _page.Posted(Ada, "Waiting.");
        Assert.Equal(new Posting.Refused(CommentRefusal.TooManyWaiting), _page.Post(Ada, "One more."));
    }

    [Fact]
    public void The_file_itself_refuses_to_lose_or_move_a_numbered_comment()
    {
        var comment = _page.Posted(Ada, "Here.");
        Assert.Throws<SqliteException>(() => _page.Write(c => c.Run("DELETE FROM comment WHERE id = $id", ("id", comment.Value))));
        Assert.Throws<SqliteException>(() =>
            _page.Write(c => c.Run("UPDATE comment SET number = 7 WHERE id = $id", ("id", comment.Value))));
        Assert.Equal(["1"], _page.ReadAllPages(_page.Item).Select(placed => placed.Path));
    }

    [Fact]
    public void What_was_confirmed_is_there_after_a_kill()
    {
        var comment = _page.Posted(Ada, "Confirmed.");
        using (var killed = _page.CopyAsKilled())
            Assert.Equal("Confirmed.", killed.Threads.Find(comment)!.Comment.Text.OwnWords);
        _page.Vote(Ben, comment, Vote.For);
        using (var killed = _page.CopyAsKilled())
        {
            Assert.Equal(1, killed.Threads.Find(comment)!.Comment.Score);
            Assert.Equal(1, killed.Threads.Count(_page.Item));
        }
    }

    [Fact]
    public void A_kill_before_the_commit_leaves_nothing_behind()
    {
        using var connection = _page.Database.Connect();
        using var transaction = connection.BeginTransaction();
        connection.Run("INSERT INTO comment (item, number, place, state, language, blocks) VALUES ($item, 1, x'00000001', 2, 'en', '[]')",
            ("item", _page.Item.Value));
        using var killed = _page.CopyAsKilled();
        Assert.Equal(0, killed.Threads.Count(_page.Item));
        Assert.Empty(killed.Threads.Page(_page.Item, 1).Comments);
    }

    [Fact]
    public void Readers_of_kept_pages_are_told_of_what_shows_and_not_of_what_waits()
    {
        var before = _page.Changes.OfItem(_page.Item);
        var comment = _page.Posted(Ada, "Shown.");
        var after = _page.Changes.OfItem(_page.Item);
        Assert.NotEqual(before, after);
        _page.Hold(new() { ReleasedBeforeMin = 5 });
        _page.Post(Ben, "Held.");
        Assert.Equal(after, _page.Changes.OfItem(_page.Item));
        _page.Vote(Ben, comment, Vote.Against);
        Assert.NotEqual(after, _page.Changes.OfItem(_page.Item));
    }

    public void Dispose() => _page.Dispose();
}
