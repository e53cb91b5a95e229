using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Storage.Sqlite;

/// <summary>Every statement of SQL that a station runs, prepared once.</summary>
internal sealed class StationCommands(SqliteConnection connection) : IDisposable
{
    private const string OfRange =
        "line = ?1 AND side = ?2 AND incarnation = ?3 AND sequence BETWEEN ?4 AND ?5 AND body IS NOT NULL";

    internal PreparedCommand Begin { get; } = new(connection, "BEGIN IMMEDIATE", 0);

    internal PreparedCommand Commit { get; } = new(connection, "COMMIT", 0);

    internal PreparedCommand Rollback { get; } = new(connection, "ROLLBACK", 0);

    internal PreparedCommand Facts { get; } = new(connection, "SELECT facts FROM facts WHERE line = ?1", 1);

    internal PreparedCommand KeepFacts { get; } =
        new(connection, "INSERT OR REPLACE INTO facts (line, facts) VALUES (?1, ?2)", 2);

    internal PreparedCommand Rooms { get; } = new(connection,
        "SELECT room, floor, other_floor, reached FROM rooms WHERE line = ?1 ORDER BY room", 1);

    internal PreparedCommand KeepRoom { get; } = new(connection,
        "INSERT OR REPLACE INTO rooms (line, room, floor, other_floor, reached) VALUES (?1, ?2, ?3, ?4, ?5)", 5);

    internal PreparedCommand Desks { get; } = new(connection,
        "SELECT desk, cut_off, number, last, reports, heard FROM desks WHERE line = ?1 ORDER BY desk", 1);

    internal PreparedCommand KeepDesk { get; } = new(connection,
        "INSERT OR REPLACE INTO desks (line, desk, cut_off, number, last, reports, heard) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", 7);

    internal PreparedCommand AddBody { get; } = new(connection, "INSERT INTO bodies (body) VALUES (?1)", 1);

    internal PreparedCommand LastRow { get; } = new(connection, "SELECT last_insert_rowid()", 0);

    internal PreparedCommand AddEntry { get; } = new(connection, """
        INSERT INTO entries (line, side, incarnation, sequence, hash, follows, rank, bytes, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """, 9);

    internal PreparedCommand Entry { get; } = new(connection, """
        SELECT hash, follows, rank, bytes, bodies.body FROM entries LEFT JOIN bodies ON bodies.id = entries.body
        WHERE line = ?1 AND side = ?2 AND incarnation = ?3 AND sequence = ?4
        """, 4);

    internal PreparedCommand Leading { get; } = new(connection, """
        SELECT rank, incarnation, sequence FROM entries
        WHERE line = ?1 AND side = ?2 AND rank > 0 AND body IS NOT NULL
        """, 2);

    internal PreparedCommand Amount { get; } = new(connection,
        $"SELECT count(*), coalesce(sum(bytes), 0) FROM entries WHERE {OfRange}", 5);

    internal PreparedCommand DropBodies { get; } = new(connection,
        $"DELETE FROM bodies WHERE id IN (SELECT body FROM entries WHERE {OfRange})", 5);

    internal PreparedCommand ForgetBodies { get; } =
        new(connection, $"UPDATE entries SET body = NULL WHERE {OfRange}", 5);

    internal PreparedCommand TakeEpoch { get; } =
        new(connection, "INSERT INTO epochs (line, room, epoch) VALUES (?1, ?2, ?3)", 3);

    internal PreparedCommand AddVerdict { get; } =
        new(connection, "INSERT INTO verdicts (line, desk, number, verdict) VALUES (?1, ?2, ?3, ?4)", 4);

    internal PreparedCommand ForgetVerdicts { get; } =
        new(connection, "DELETE FROM verdicts WHERE line = ?1 AND desk = ?2 AND number <= ?3", 3);

    internal PreparedCommand Verdict { get; } =
        new(connection, "SELECT verdict FROM verdicts WHERE line = ?1 AND desk = ?2 AND number = ?3", 3);

    public void Dispose()
    {
        PreparedCommand[] all =
        [
            Begin, Commit, Rollback, Facts, KeepFacts, Rooms, KeepRoom, Desks, KeepDesk, AddBody, LastRow, AddEntry,
            Entry, Leading, Amount, DropBodies, ForgetBodies, TakeEpoch, AddVerdict, ForgetVerdicts, Verdict,
        ];
        foreach (var command in all)
            command.Dispose();
    }
}
