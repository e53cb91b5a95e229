using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Stations;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Tests.Storage;

/// <summary>The contract of a store, on every engine: the embedded one, and the one of the simulated world.</summary>
public abstract class EveryStoreKeepsItsPromise : IDisposable
{
    private static readonly LineId Line = LineParties.Of("Aldermark", "Sorvane").Id;
    private static readonly RoomId Room = new(Opaque.CopyOf([1, 2, 3]));
    private static readonly Opaque Desk = Opaque.CopyOf(new byte[16]);

    private IStationStore? store;

    private IStationStore Store => store ??= Open();

    public void Dispose()
    {
        store?.Dispose();
        Clean();
        GC.SuppressFinalize(this);
    }

    /// <summary>The store as a process that starts now finds it.</summary>
    protected abstract IStationStore Open();

    protected virtual void Clean()
    {
    }

    [Fact]
    public void What_was_committed_is_there_after_a_stop_and_the_rest_is_not()
    {
        Store.KeepFacts(Line, Facts(1));
        Store.AddEntry(Line, Side.A, Entry(1, LeadRank.Usual));
        Store.Commit();
        Store.KeepFacts(Line, Facts(2));
        Store.AddEntry(Line, Side.A, Entry(2, LeadRank.Usual));
        Assert.Equal(Facts(2), Store.Facts(Line));
        Stop();
        Assert.Equal(Facts(1), Store.Facts(Line));
        Assert.Equal(Entry(1, LeadRank.Usual), Store.Entry(Line, Side.A, new(1, 1)));
        Assert.Null(Store.Entry(Line, Side.A, new(1, 2)));
        Assert.Null(Store.Entry(Line, Side.B, new(1, 1)));
    }

    [Fact]
    public void What_is_undone_never_was()
    {
        Store.TakeEpoch(Line, Room, 4);
        Store.Undo();
        Store.TakeEpoch(Line, Room, 4);
        Store.Commit();
        Assert.Throws<PlaceTakenException>(() => Store.TakeEpoch(Line, Room, 4));
    }

    [Fact]
    public void A_place_that_only_one_may_have_is_given_once()
    {
        var verdict = new Verdict(1, Opaque.Zeros(32), VerdictKind.Taken, new(1, 1), 0);
        Store.AddEntry(Line, Side.A, Entry(1, LeadRank.Usual));
        Store.AddVerdict(Line, Desk, verdict);
        Store.Commit();
        Assert.Throws<PlaceTakenException>(() => Store.AddEntry(Line, Side.A, Entry(1, LeadRank.Flash)));
        Assert.Throws<PlaceTakenException>(() => Store.AddVerdict(Line, Desk, verdict));
        Store.Undo();
        Assert.Equal(verdict, Store.Verdict(Line, Desk, 1));
        Assert.Null(Store.Verdict(Line, Desk, 2));
    }

    [Fact]
    public void Rooms_and_desks_are_kept_with_their_last_words()
    {
        Store.KeepRoom(Line, new(Room, 1, 2, ulong.MaxValue));
        Store.KeepRoom(Line, new(Room, 3, 4, 5));
        var report = new LogReport(Side.B, 1, SequenceSet.Of(new SequenceRange(1, 9)));
        Store.KeepDesk(Line, new(Desk, false, 7, Opaque.Zeros(32), [report]));
        Store.Commit();
        Stop();
        Assert.Equal([new RoomRow(Room, 3, 4, 5)], Store.Rooms(Line));
        Assert.Equal([new DeskRow(Desk, false, 7, Opaque.Zeros(32), [report])], Store.Desks(Line));
    }

    [Fact]
    public void A_dropped_body_leaves_its_number_and_hash_and_leads_no_more()
    {
        foreach (var number in (ulong[])[1, 2, 3])
            Store.AddEntry(Line, Side.A, Entry(number, number == 2 ? LeadRank.Flash : LeadRank.Usual));
        Store.Commit();
        Assert.Equal([new(LeadRank.Flash, new(1, 2))], Store.Leading(Line, Side.A));
        Assert.Equal(new HeldAmount(2, 200), Store.DropBodies(Line, Side.A, 1, new(1, 2)));
        Assert.Equal(default, Store.DropBodies(Line, Side.A, 1, new(1, 2)));
        Store.Commit();
        Stop();
        var kept = Store.Entry(Line, Side.A, new(1, 2))!;
        Assert.Equal((0, 100, Entry(2, LeadRank.Flash).Link), (kept.Body.Length, kept.Bytes, kept.Link));
        Assert.Empty(Store.Leading(Line, Side.A));
        Assert.Equal(100, Store.Entry(Line, Side.A, new(1, 3))!.Body.Length);
    }

    private void Stop()
    {
        store!.Dispose();
        store = Open();
    }

    private static LineFacts Facts(ulong number) => LineFacts.Empty with
    {
        StandingNumber = number,
        OwnHeads = [new(new(1, number), Opaque.CopyOf(Enumerable.Repeat((byte)number, 32).ToArray()))],
        Freeze = new(FreezeReason.BrokenChain, new(1, 2), Opaque.Zeros(32), Opaque.CopyOf([1, 2, 3])),
        OwnIncarnation = 3,
        IsRestoring = true,
    };

    private static KeptEntry Entry(ulong number, LeadRank rank) => new(
        new(new(1, number), Opaque.CopyOf(Enumerable.Repeat((byte)number, 32).ToArray())),
        EntryLink.Start, rank, 100, Opaque.CopyOf(Enumerable.Repeat((byte)number, 100).ToArray()));
}

public sealed class TheEmbeddedStore : EveryStoreKeepsItsPromise
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-station-");

    private string FileName => Path.Combine(folder.FullName, "station.db");

    [Fact]
    public void A_file_of_before_desks_were_heard_of_goes_on()
    {
        var (line, desk) = (new LineId(Opaque.Zeros(16)), Opaque.Zeros(15));
        using (var before = SqliteStationStore.Open(FileName))
        {
            before.KeepDesk(line, new(desk, true, 7, Opaque.Zeros(32), [], Heard: 9));
            before.Commit();
        }
        using (var hand = new SqliteConnection($"Data Source={FileName};Pooling=False"))
        {
            hand.Open();
            using var old = hand.CreateCommand();
            old.CommandText = "ALTER TABLE desks DROP COLUMN heard; PRAGMA user_version = 1";
            old.ExecuteNonQuery();
        }
        using var after = SqliteStationStore.Open(FileName);
        Assert.Equal([new DeskRow(desk, true, 7, Opaque.Zeros(32), [])], after.Desks(line));
        after.KeepDesk(line, new(desk, true, 7, Opaque.Zeros(32), [], Heard: 3_600));
        after.Commit();
        Assert.Equal(3_600UL, Assert.Single(after.Desks(line)).Heard);
    }

    protected override IStationStore Open() => SqliteStationStore.Open(FileName);

    protected override void Clean() => folder.Delete(recursive: true);
}

public sealed class TheSimulatedStore : EveryStoreKeepsItsPromise
{
    private readonly SimulatedDisk disk = new();

    protected override IStationStore Open() => disk.Open();
}
