using System.Diagnostics;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>Takes decisions, each with its reason in the public log, in one transaction with what it changes.</summary>
public sealed class ModerationWriter(Database database, Changes changes)
{
    // An appeal that no decision answers yet, with the decision it stands against.
    private sealed record OpenAppeal(AppealId Id, DecisionAct Act, AccountId Moderator);

    public async Task<DecisionAnswer> DecideAsync(Decision decision, Instant now, CancellationToken cancel)
    {
        if (ModerationRules.Reason(decision.Reason) is not { } reason)
            return new DecisionAnswer.Refused(DecisionRefusal.ReasonMissing);
        var (answer, row) = await database.WriteAsync<(DecisionAnswer, CommentRow?)>(connection =>
        {
            if (CommentRow.Find(connection, decision.Comment) is not { } found)
                return (new DecisionAnswer.Refused(DecisionRefusal.NoSuchComment), null);
            return (Decide(connection, decision, reason, found, now), found);
        }, cancel);
        if (answer is DecisionAnswer.Taken)
            changes.Announce(row!.Item);
        return answer;
    }

    private static DecisionAnswer Decide(SqliteConnection connection, Decision decision, string reason, CommentRow row, Instant now)
    {
        var appeal = OpenAppealOf(connection, row.Id);
        var file = new CaseFile(row.State, row.Author, row.HasWords,
            HasHeldEdit: connection.Number("SELECT count(*) FROM held_edit WHERE comment = $id AND refused = 0", Id(row)) > 0,
            HasReports: connection.Number("SELECT count(*) FROM comment_report WHERE comment = $id AND decision IS NULL", Id(row)) > 0,
            AppealedFrom: appeal?.Moderator);
        if (ModerationRules.Check(file, decision.Act, decision.Moderator, decision.Moderators) is { } refusal)
            return new DecisionAnswer.Refused(refusal);

        var answersAppeal = decision.Act is DecisionAct.UpholdAppeal or DecisionAct.RejectAppeal;
        var taken = Log(connection, decision, reason, answersAppeal ? appeal!.Id : null, now);
        Apply(connection, row, decision.Act, taken, appeal);
        return new DecisionAnswer.Taken(taken);
    }

    private static void Apply(SqliteConnection connection, CommentRow row, DecisionAct act, DecisionId taken, OpenAppeal? appeal)
    {
        switch (act)
        {
            case DecisionAct.Release:
                row.GivePlace(connection);
                break;
            case DecisionAct.Refuse:
                row.Become(connection, CommentState.Refused);
                break;
            case DecisionAct.Remove:
                row.Become(connection, CommentState.Removed);
                CloseReports(connection, row, taken);
                break;
            case DecisionAct.Restore:
                row.Become(connection, CommentState.Shown);
                break;
            case DecisionAct.DismissReports:
                CloseReports(connection, row, taken);
                break;
            case DecisionAct.ReleaseEdit:
                ApplyEdit(connection, row);
                break;
            case DecisionAct.RefuseEdit:
                connection.Run("UPDATE held_edit SET refused = 1 WHERE comment = $id", Id(row));
                break;
            case DecisionAct.UpholdAppeal:
                Reverse(connection, row, appeal!.Act);
                break;
            case DecisionAct.RejectAppeal:
                break;
            default:
                throw new UnreachableException();
        }
    }

    // What was decided may have been undone, or the words taken back, since the appeal: then only the log changes.
    private static void Reverse(SqliteConnection connection, CommentRow row, DecisionAct decided)
    {
        if (!row.HasWords)
            return;
        switch (decided, row.State)
        {
            case (DecisionAct.Refuse, CommentState.Refused):
                row.GivePlace(connection);
                break;
            case (DecisionAct.Remove, CommentState.Removed):
                row.Become(connection, CommentState.Shown);
                break;
            case (DecisionAct.RefuseEdit, CommentState.Shown):
                ApplyEdit(connection, row);
                break;
            default:
                break;
        }
    }

    private static void ApplyEdit(SqliteConnection connection, CommentRow row)
    {
        var edit = connection.First("SELECT blocks, written_at FROM held_edit WHERE comment = $id",
            found => new { Blocks = found.GetString(0), WrittenAt = found.GetInt64(1) }, Id(row));
        if (edit is not null)
            row.Rewrite(connection, edit.Blocks, edit.WrittenAt);
    }

    private static void CloseReports(SqliteConnection connection, CommentRow row, DecisionId taken) => connection.Run(
        "UPDATE comment_report SET decision = $decision WHERE comment = $id AND decision IS NULL",
        ("decision", taken.Value), Id(row));

    private static DecisionId Log(SqliteConnection connection, Decision decision, string reason, AppealId? appeal, Instant now)
    {
        connection.Run("""
            INSERT INTO moderation_decision (comment, act, reason, moderator, decided_at, appeal)
            VALUES ($comment, $act, $reason, $moderator, $now, $appeal)
            """, ("comment", decision.Comment.Value), ("act", (int)decision.Act), ("reason", reason),
            ("moderator", decision.Moderator.Value), ("now", now.ToUnixTimeMilliseconds()), ("appeal", appeal?.Value));
        return new(connection.Number("SELECT last_insert_rowid()"));
    }

    private static OpenAppeal? OpenAppealOf(SqliteConnection connection, CommentId comment) => connection.First("""
        SELECT appeal.id, decided.act, decided.moderator
        FROM appeal JOIN moderation_decision AS decided ON decided.id = appeal.decision
        WHERE decided.comment = $id AND NOT EXISTS (SELECT 1 FROM moderation_decision AS answer WHERE answer.appeal = appeal.id)
        ORDER BY appeal.id LIMIT 1
        """, row => new OpenAppeal(new(row.GetInt64(0)), (DecisionAct)row.GetInt32(1), new(row.GetString(2))),
        ("id", comment.Value));

    private static (string, object?) Id(CommentRow row) => ("id", row.Id.Value);
}
