using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Parties;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Tests.Storage;

/// <summary>
/// An administrator changes the station's file by SQL, or its disk does: whatever is in an entry is given as it was
/// written, or not at all and said so. What is left is what threats.md names: when, and how far.
/// </summary>
[Trait("Row", "50")]
[Trait("Row", "35")]
public sealed class AHandInTheFile : IDisposable
{
    private const int Entries = 6;
    private const ulong Connection = 7;

    private readonly Pair pair = new(new Seed(5));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-hand-");
    private readonly byte[] desk = new byte[16];
    private readonly List<Opaque> written;

    public AHandInTheFile()
    {
        using var store = SqliteStationStore.Open(FileName);
        var core = Start(store, out _);
        var last = Submission.Start;
        for (ulong number = 1; number <= Entries; number++)
        {
            var message = new Envelope(EnvelopeKind.Message, Precedence.Routine, new RoomId(Opaque.CopyOf([9])), 0,
                Opaque.CopyOf([1, 2, (byte)number]), Opaque.Empty);
            var submission = new Submission(pair.Line, Desk, number, last, [message]);
            core.Run([new StationEvent.Submitted(Desk, number, WireValue.Encode(submission))], new(default, default));
            last = submission.Hash();
        }
        written = [.. Given(core)];
        Assert.Equal(Entries, written.Count);
    }

    private string FileName => Path.Combine(folder.FullName, "station.db");

    private Opaque Desk => Opaque.CopyOf(desk);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        pair.Dispose();
    }

    [Theory]
    [InlineData("UPDATE bodies SET body = CAST(x'00' || substr(body, 2) AS BLOB) WHERE id = 3", 1)]
    [InlineData("UPDATE bodies SET body = substr(body, 1, length(body) - 1) WHERE id = 3", 1)]
    [InlineData("UPDATE bodies SET body = (SELECT body FROM bodies WHERE id = 4) WHERE id = 3", 1)]
    [InlineData("UPDATE entries SET hash = randomblob(32) WHERE sequence = 3", 1)]
    [InlineData("UPDATE entries SET body = 4 WHERE sequence = 3", 1)]
    [InlineData("UPDATE bodies SET body = zeroblob(length(body))", Entries)]
    public void An_entry_that_is_another_is_given_to_nobody_and_counted(string edit, int damaged)
    {
        Edit(edit);
        using var store = SqliteStationStore.Open(FileName);
        var core = Start(store, out var called);
        var given = Given(core);
        Assert.Equal(Entries - damaged, given.Count);
        Assert.Subset(written.ToHashSet(), given.ToHashSet());
        Assert.Equal((ulong)damaged, core.StatusOf(pair.Line)!.Damaged);
        Assert.Equal(Entries - damaged, called);
    }

    [Fact]
    public void Whatever_is_changed_at_random_no_entry_is_given_as_another()
    {
        var random = new Random(50);
        var file = File.ReadAllBytes(FileName);
        var (gone, refused) = (0, 0);
        for (var tried = 0; tried < 150; tried++)
        {
            File.WriteAllBytes(FileName, file);
            var columns = Columns();
            var (table, column) = columns[random.Next(columns.Count)];
            Edit($"UPDATE {table} SET {column} = {Value(random)} "
                + "WHERE random() % 3 = 0", mayFail: true);
            try
            {
                using var store = SqliteStationStore.Open(FileName);
                var given = Given(Start(store, out _));
                Assert.Subset(written.ToHashSet(), given.ToHashSet());
                gone += Entries - given.Count;
            }
            catch (Exception seen) when (seen is SqliteException or DecodeException or InvalidDataException
                or InvalidCastException or OverflowException)
            {
                refused++; // it does not start on such a file
            }
        }
        Assert.True(gone > 0 && refused > 0, $"{gone} gone, {refused} refused");
    }

    // And how many entries leave in its first call.
    private StationCore Start(SqliteStationStore store, out int called)
    {
        var core = new StationCore(store, [pair.TermsOf(Side.A)], LineWindow.Usual, new Seed(1));
        called = core.Run([new StationEvent.DeskEnrolled(pair.Line, Desk)], new(default, default))
            .OfType<StationEffect.Exchange>().Sum(call =>
                BundleReading.Read(call.Bundle.Span, pair.Line, Side.A, _ => pair.KeyOf(Side.A)).Entries.Count);
        return core;
    }

    private List<Opaque> Given(StationCore core)
    {
        var effects = core.Run([new StationEvent.DeskCame(Desk, Connection),
            new StationEvent.DeskReady(Connection, 64)], new(default, default));
        return [.. effects.OfType<StationEffect.Give>().Select(one => one.Delivery).OfType<Delivery.OfEntry>()
            .Select(one => one.Entry)];
    }

    private void Edit(string sql, bool mayFail = false)
    {
        using var connection = new SqliteConnection($"Data Source={FileName};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException) when (mayFail)
        {
            // of another type than the column, or no table with row numbers
        }
    }

    private List<(string Table, string Column)> Columns()
    {
        using var connection = new SqliteConnection($"Data Source={FileName};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
            + "WHERE m.type = 'table' ORDER BY 1, 2";
        using var row = command.ExecuteReader();
        var all = new List<(string, string)>();
        while (row.Read())
            all.Add((row.GetString(0), row.GetString(1)));
        return all;
    }

    private static string Value(Random random) => random.Next(4) switch
    {
        0 => $"{random.Next(9)}",
        1 => "NULL",
        2 => $"randomblob({random.Next(80)})",
        _ => "zeroblob(32)",
    };
}
