using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>Applies the page's rules for holding to an author and a text, inside a writer's transaction.</summary>
internal static class AuthorStandings
{
    /// <param name="connection">The writer's.</param>
    /// <param name="text">What would be shown.</param>
    /// <param name="author">Whose it is.</param>
    /// <param name="except">The comment that is being edited: it does not speak for itself.</param>
    /// <param name="now">The moment of writing.</param>
    public static HoldReasons Check(
        SqliteConnection connection, CommentText text, CommentAuthor author, CommentId? except, Instant now)
    {
        if (author.IsNeverHeld)
            return HoldReasons.None;
        var settings = HoldingSettingsStore.Load(connection);
        var rules = new HoldingRules(settings, new(settings.Words, WordList.FoldCase));
        return rules.Check(text, Of(connection, settings, author, except, now));
    }

    private static AuthorStanding Of(SqliteConnection connection, HoldingSettings settings, CommentAuthor author,
        CommentId? except, Instant now)
    {
        var windowStart = now - Duration.FromMinutes(settings.RateMinutes);
        (string, object?)[] who = [("author", author.Account.Value), ("except", except?.Value ?? 0)];
        return new(
            AccountAge: now - author.Since,
            Released: (int)connection.Number(
                "SELECT count(*) FROM comment WHERE author = $author AND id <> $except AND state = 2", who),
            WrittenLately: (int)connection.Number(
                "SELECT count(*) FROM comment WHERE author = $author AND id <> $except AND written_at > $start",
                [.. who, ("start", windowStart.ToUnixTimeMilliseconds())]),
            IsNeverHeld: author.IsNeverHeld);
    }
}
