using Coulisse.Signals.Accounts;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>What readers say to the moderators: this comment should not stand here; this decision was wrong.</summary>
public sealed class Objections(Database database)
{
    /// <summary>Reports another's comment: once a person and comment, with a reason.</summary>
    public async Task<ReportAnswer> ReportAsync(
        CommentId comment, AccountId reporter, string? reason, Instant now, CancellationToken cancel)
    {
        if (ModerationRules.Reason(reason) is not { } words)
            return ReportAnswer.ReasonMissing;
        return await database.WriteAsync(connection => CommentRow.Find(connection, comment) switch
        {
            { State: CommentState.Shown } own when own.Author == reporter => ReportAnswer.OwnComment,
            { State: CommentState.Shown } => Report(connection, comment, reporter, words, now),
            _ => ReportAnswer.NotShown,
        }, cancel);
    }

    /// <summary>Asks for a decision about one's own comment to be looked at again: once a decision.</summary>
    public async Task<AppealAnswer> AppealAsync(
        DecisionId decision, AccountId author, string? reason, Instant now, CancellationToken cancel)
    {
        if (ModerationRules.Reason(reason) is not { } words)
            return AppealAnswer.ReasonMissing;
        return await database.WriteAsync(connection => Appeal(connection, decision, author, words, now), cancel);
    }

    private static ReportAnswer Report(
        SqliteConnection connection, CommentId comment, AccountId reporter, string words, Instant now) =>
        connection.Run("""
            INSERT INTO comment_report (comment, reporter, reason, reported_at) VALUES ($comment, $reporter, $reason, $now)
            ON CONFLICT (comment, reporter) DO NOTHING
            """, ("comment", comment.Value), ("reporter", reporter.Value), ("reason", words),
            ("now", now.ToUnixTimeMilliseconds())) == 1 ? ReportAnswer.Reported : ReportAnswer.ReportedBefore;

    private static AppealAnswer Appeal(
        SqliteConnection connection, DecisionId decision, AccountId author, string words, Instant now)
    {
        var decided = connection.First("""
            SELECT moderation_decision.act, comment.author
            FROM moderation_decision JOIN comment ON comment.id = moderation_decision.comment
            WHERE moderation_decision.id = $id
            """, row => new { Act = (DecisionAct)row.GetInt32(0), Author = row.TextOrNull(1) }, ("id", decision.Value));
        if (decided is null)
            return AppealAnswer.NoSuchDecision;
        if (decided.Author != author.Value)
            return AppealAnswer.NotYours;
        if (!ModerationRules.IsAppealable(decided.Act))
            return AppealAnswer.NotAppealable;
        return connection.Run("""
            INSERT INTO appeal (decision, author, reason, appealed_at) VALUES ($decision, $author, $reason, $now)
            ON CONFLICT (decision) DO NOTHING
            """, ("decision", decision.Value), ("author", author.Value), ("reason", words),
            ("now", now.ToUnixTimeMilliseconds())) == 1 ? AppealAnswer.Appealed : AppealAnswer.AppealedBefore;
    }
}
