using Coulisse.Signals.Accounts;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Threads;
using Coulisse.Signals.Threads;
using Microsoft.Data.Sqlite;
using static Coulisse.Signals.Tests.Threads.PageFile;

namespace Coulisse.Signals.Tests.Moderation;

public sealed class ModerationTests : IDisposable
{
    private static readonly AccountId Mod = new("moderator");
    private static readonly AccountId OtherMod = new("other moderator");

    private readonly PageFile _page = new();

    [Fact]
    public void A_released_comment_gets_the_next_number_of_its_level()
    {
        var held = HeldFrom(Ada);
        _page.Posted(Ben, "Came later, shown first.");
        Assert.Equal(HoldReasons.Words, Assert.Single(_page.Cases.First()).HeldFor);
        _page.Decided(Mod, held, DecisionAct.Release);
        Assert.Equal("2", _page.Threads.Find(held)!.Path);
        Assert.Empty(_page.Cases.First());
        Assert.Equal(2, _page.Threads.Count(_page.Item));
    }

    [Fact]
    public void A_refused_comment_never_gets_a_number()
    {
        var held = HeldFrom(Ada);
        _page.Decided(Mod, held, DecisionAct.Refuse);
        Assert.Equal("", _page.Threads.Find(held)!.Path);
        Assert.Equal(0, _page.Threads.Count(_page.Item));
        Assert.Equal(CommentState.Refused, Assert.Single(_page.Threads.WaitingOf(Ada, _page.Item)).Comment.State);
    }

    [Fact]
    public void A_removed_comment_keeps_its_number_and_can_be_restored()
    {
        var comment = _page.Posted(Ada, "Words.");
        _page.Decided(Mod, comment, DecisionAct.Remove);
        Assert.Equal((CommentState.Removed, 1), (_page.Threads.Find(comment)!.Comment.State, _page.Threads.Count(_page.Item)));
        _page.Decided(Mod, comment, DecisionAct.Restore);
        var restored = _page.Threads.Find(comment)!;
        Assert.Equal((CommentState.Shown, "1", "Words."), (restored.Comment.State, restored.Path, restored.Comment.Text.OwnWords));
    }

    [Fact]
    public void A_removed_comment_whose_words_were_taken_back_cannot_be_restored()
    {
        var comment = _page.Posted(Ada, "Words.");
        _page.Decided(Mod, comment, DecisionAct.Remove);
        _page.Withdraw(Ada, comment);
        Assert.Equal(new DecisionAnswer.Refused(DecisionRefusal.WordsErased), _page.Decide(Mod, comment, DecisionAct.Restore));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  \u200B ")]
    public void A_decision_without_a_reason_is_not_taken(string? reason)
    {
        var comment = _page.Posted(Ada, "Words.");
        Assert.Equal(new DecisionAnswer.Refused(DecisionRefusal.ReasonMissing),
            _page.Decide(Mod, comment, DecisionAct.Remove, reason));
        Assert.Equal(CommentState.Shown, _page.Threads.Find(comment)!.Comment.State);
        Assert.Empty(_page.Log.Page(1));
    }

    [Fact]
    public void The_log_says_what_was_decided_and_why_and_cannot_be_altered()
    {
        var comment = _page.Posted(Ada, "Words.");
        var removed = _page.Decided(Mod, comment, DecisionAct.Remove);
        var entry = Assert.Single(_page.Log.Page(1));
        Assert.Equal((removed, DecisionAct.Remove, "See rule 2.", Noon, "1"), (entry.Id, entry.Act, entry.Reason, entry.At, entry.Path));
        Assert.Throws<SqliteException>(() => _page.Write(c => c.Run("UPDATE moderation_decision SET reason = 'x'")));
        Assert.Throws<SqliteException>(() => _page.Write(c => c.Run("DELETE FROM moderation_decision")));
    }

    [Fact]
    public void A_second_moderator_who_decides_the_same_is_told_and_logs_nothing()
    {
        var held = HeldFrom(Ada);
        _page.Decided(Mod, held, DecisionAct.Release);
        Assert.Equal(new DecisionAnswer.Refused(DecisionRefusal.NotHeld), _page.Decide(OtherMod, held, DecisionAct.Release));
        Assert.Single(_page.Log.Page(1));
    }

    [Fact]
    public void A_held_edit_leaves_the_old_words_on_the_page_until_it_is_released()
    {
        var comment = _page.Posted(Ada, "Old words.");
        _page.Hold(Wary);
        Assert.Equal(HoldReasons.Words, Assert.IsType<Posting.Saved>(_page.Edit(Ada, comment, "A swindler.")).HeldFor);
        Assert.Equal("Old words.", _page.Threads.Find(comment)!.Comment.Text.OwnWords);
        Assert.Equal("A swindler.", Assert.Single(_page.Cases.First()).Edit!.OwnWords);
        Assert.Equal("A swindler.", Assert.Single(_page.Threads.WaitingOf(Ada, _page.Item)).Edit!.OwnWords);

        _page.Decided(Mod, comment, DecisionAct.ReleaseEdit);
        Assert.Equal("A swindler.", _page.Threads.Find(comment)!.Comment.Text.OwnWords);
        Assert.Equal("Old words.", Assert.Single(_page.Threads.Earlier(comment)).Text.OwnWords);
        Assert.Empty(_page.Cases.First());
    }

    [Fact]
    public void A_refused_edit_comes_back_when_the_appeal_is_upheld()
    {
        var comment = _page.Posted(Ada, "Old words.");
        _page.Hold(Wary);
        _page.Edit(Ada, comment, "A swindler.");
        var refused = _page.Decided(Mod, comment, DecisionAct.RefuseEdit);
        Assert.True(Assert.Single(_page.Threads.WaitingOf(Ada, _page.Item)).IsEditRefused);
        Assert.Equal(AppealAnswer.Appealed, _page.Appeal(Ada, refused));
        _page.Decided(OtherMod, comment, DecisionAct.UpholdAppeal);
        Assert.Equal("A swindler.", _page.Threads.Find(comment)!.Comment.Text.OwnWords);
    }

    [Fact]
    public void A_report_is_one_a_person_and_is_closed_by_the_decision()
    {
        var comment = _page.Posted(Ada, "Words.");
        Assert.Equal(ReportAnswer.Reported, _page.Report(Ben, comment));
        Assert.Equal(ReportAnswer.ReportedBefore, _page.Report(Ben, comment));
        Assert.Equal(ReportAnswer.Reported, _page.Report(Cleo, comment, "Off the subject."));
        Assert.Equal(["Insults a delegate.", "Off the subject."], Assert.Single(_page.Cases.First()).Reports);
        _page.Decided(Mod, comment, DecisionAct.DismissReports);
        Assert.Empty(_page.Cases.First());
        Assert.Equal(0, _page.Cases.Count());
        Assert.Equal(new DecisionAnswer.Refused(DecisionRefusal.NoReports), _page.Decide(Mod, comment, DecisionAct.DismissReports));
    }

    [Fact]
    public void Ones_own_a_hidden_or_an_unexplained_comment_is_not_reported()
    {
        var comment = _page.Posted(Ada, "Words.");
        Assert.Equal(ReportAnswer.OwnComment, _page.Report(Ada, comment));
        Assert.Equal(ReportAnswer.ReasonMissing, _page.Report(Ben, comment, " "));
        _page.Withdraw(Ada, comment);
        Assert.Equal(ReportAnswer.NotShown, _page.Report(Ben, comment));
        Assert.Empty(_page.Cases.First());
    }

    [Fact]
    public void An_appeal_is_the_authors_once_a_decision_and_answered_by_another_moderator()
    {
        var comment = _page.Posted(Ada, "Words.");
        var removed = _page.Decided(Mod, comment, DecisionAct.Remove);
        Assert.Equal(AppealAnswer.NotYours, _page.Appeal(Ben, removed));
        Assert.Equal(AppealAnswer.ReasonMissing, _page.Appeal(Ada, removed, ""));
        Assert.Equal(AppealAnswer.NoSuchDecision, _page.Appeal(Ada, new(999)));
        Assert.Equal(AppealAnswer.Appealed, _page.Appeal(Ada, removed));
        Assert.Equal(AppealAnswer.AppealedBefore, _page.Appeal(Ada, removed));
        var open = Assert.Single(_page.Cases.First());
        Assert.Equal(("I quoted the charter.", removed), (open.Appeal, open.Appealed!.Id));

        Assert.Equal(new DecisionAnswer.Refused(DecisionRefusal.SameModerator), _page.Decide(Mod, comment, DecisionAct.UpholdAppeal));
        var upheld = _page.Decided(OtherMod, comment, DecisionAct.UpholdAppeal);
        Assert.Equal(CommentState.Shown, _page.Threads.Find(comment)!.Comment.State);
        Assert.Equal(removed, _page.Log.Of(comment).Single(entry => entry.Id == upheld).Answers);
        Assert.Equal(AppealAnswer.NotAppealable, _page.Appeal(Ada, upheld));
        Assert.Equal(new DecisionAnswer.Refused(DecisionRefusal.NoAppeal), _page.Decide(OtherMod, comment, DecisionAct.RejectAppeal));
    }

    [Fact]
    public void The_only_moderator_answers_an_appeal_too()
    {
        var held = HeldFrom(Ada);
        _page.Appeal(Ada, _page.Decided(Mod, held, DecisionAct.Refuse));
        Assert.IsType<DecisionAnswer.Taken>(_page.Decide(Mod, held, DecisionAct.UpholdAppeal, moderators: 1));
        Assert.Equal("1", _page.Threads.Find(held)!.Path);
    }

    [Fact]
    public void A_rejected_appeal_leaves_the_decision_as_it_was()
    {
        var comment = _page.Posted(Ada, "Words.");
        _page.Appeal(Ada, _page.Decided(Mod, comment, DecisionAct.Remove));
        _page.Decided(OtherMod, comment, DecisionAct.RejectAppeal);
        Assert.Equal(CommentState.Removed, _page.Threads.Find(comment)!.Comment.State);
        Assert.Empty(_page.Cases.First());
    }

    [Fact]
    public void Nobody_judges_their_own_comment_while_another_can()
    {
        var comment = _page.Posted(Mod, "Words.");
        Assert.Equal(new DecisionAnswer.Refused(DecisionRefusal.OwnComment), _page.Decide(Mod, comment, DecisionAct.Remove));
        Assert.IsType<DecisionAnswer.Taken>(_page.Decide(Mod, comment, DecisionAct.Remove, moderators: 1));
    }

    [Fact]
    public void Editing_the_listed_word_out_does_not_release_a_held_comment()
    {
        var held = HeldFrom(Ada);
        Assert.Equal(HoldReasons.Words, Assert.IsType<Posting.Saved>(_page.Edit(Ada, held, "A gentleman.")).HeldFor);
        Assert.Equal(CommentState.Held, _page.Threads.Find(held)!.Comment.State);
    }

    public void Dispose() => _page.Dispose();

    private static HoldingSettings Wary => new() { ReleasedBeforeMin = 0, AccountAgeMinutesMin = 0, RateMax = 0, Words = ["swindler"] };

    private CommentId HeldFrom(AccountId author)
    {
        _page.Hold(Wary);
        return _page.Posted(author, "A swindler.");
    }
}
