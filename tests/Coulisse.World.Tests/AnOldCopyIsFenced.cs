using Coulisse.Desk;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Station;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Invariants;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>A station whose file was put back to an old copy.</summary>
public sealed class AnOldCopyIsFenced : IDisposable
{
    private readonly Cast cast;
    private readonly DeskWorld world;
    private readonly Pair pair = new(new Seed(7));

    public AnOldCopyIsFenced()
    {
        cast = new(pair, new Seed(8), each: 2, Ciphersuite.X25519Aes128Gcm);
        world = new(new Seed(1), cast, Weather.Fair);
    }

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Fact]
    [Trait("Row", "9")]
    public void It_writes_no_number_twice_once_a_desk_is_ahead_of_it_and_reads_on()
    {
        var station = world.Stations.StationOf(Side.A);
        var room = Opened(world);
        var copy = station.Disk.Copy();
        world.Desks[0].Do(new DeskEvent.Said(room, $"{Words.Mark} in {room}, after the copy", Precedence.Routine));
        world.Pass(TimeSpan.FromSeconds(1));
        station.Disk = copy;
        station.Stop();
        world.Pass(TimeSpan.FromMinutes(4)); // no machine stays down so long, and an idle log calls each minute
        Assert.True(station.Status.IsRestoring);
        Assert.Null(station.Status.Frozen);
        var written = station.Status.OwnLength;
        world.Propose(world.Desks[1], world.Desks[3], "too late"); // a desk that the old copy knows as it is
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(written, station.Status.OwnLength);
        var before = world.Watch.Words.FromOthers(world.Desks[0], room);
        world.Desks[2].Do(new DeskEvent.Said(room, $"{Words.Mark} in {room}, still read", Precedence.Routine));
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(before + 1, world.Watch.Words.FromOthers(world.Desks[0], room));
        Assert.DoesNotContain(world.Desks[0].Screen.OfType<DeskEffect.Alarm>(), _ => true);
    }

    [Fact]
    [Trait("Row", "9")]
    public void Where_nothing_was_lost_it_goes_on_in_a_new_incarnation_once_every_desk_has_shown_so()
    {
        var station = world.Stations.StationOf(Side.A);
        var room = Opened(world);
        world.Pass(TimeSpan.FromMinutes(2));
        station.Disk = station.Disk.Copy();
        station.Stop();
        station.Start();
        station.Happens(new StationEvent.Restored(cast.Pair.Line));
        world.Pass(TimeSpan.FromMinutes(4));
        var before = world.Watch.Words.FromOthers(world.Desks[2], room);
        world.Desks[0].Do(new DeskEvent.Said(room, $"{Words.Mark} in {room}, after it", Precedence.Routine));
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.True(station.Status.IsRestoring); // the other desk has not said where it stands
        Assert.Equal(before, world.Watch.Words.FromOthers(world.Desks[2], room));
        world.Propose(world.Desks[1], world.Desks[3], "the harvest");
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.False(station.Status.IsRestoring);
        Assert.Equal(before + 1, world.Watch.Words.FromOthers(world.Desks[2], room));
        Assert.Equal([1U, 2U], station.Status.OtherHas.Select(one => one.Incarnation));
    }

    private static Wire.Rooms.RoomId Opened(DeskWorld world) =>
        world.Open(world.Desks[0], world.Desks[2], "the prisoners");
}
