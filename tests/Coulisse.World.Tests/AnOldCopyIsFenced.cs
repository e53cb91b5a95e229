using Coulisse.Desk;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Station.Storage;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Invariants;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>A station whose file was put back to an old copy.</summary>
public sealed class AnOldCopyIsFenced
{
    [Fact]
    [Trait("Row", "9")]
    public void It_freezes_at_the_other_sides_word_and_writes_no_number_twice()
    {
        using var pair = new Pair(new Seed(7));
        using var cast = new Cast(pair, new Seed(8), each: 2, Ciphersuite.X25519Aes128Gcm);
        using var world = new DeskWorld(new Seed(1), cast, Weather.Fair);
        var station = world.Stations.StationOf(Side.A);
        var room = Opened(world);
        var copy = station.Disk.Copy();
        world.Desks[0].Do(new DeskEvent.Said(room, $"{Words.Mark} in {room}, after the copy", Precedence.Routine));
        world.Pass(TimeSpan.FromSeconds(1));
        station.Disk = copy;
        station.Stop();
        world.Pass(TimeSpan.FromMinutes(4)); // no machine stays down so long, and an idle log calls each minute
        Assert.Equal(FreezeReason.OwnLogIsOld, station.Status.Frozen);
        var written = station.Status.OwnLength;
        world.Propose(world.Desks[1], world.Desks[3], "too late"); // a desk that the old copy knows as it is
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(written, station.Status.OwnLength);
    }

    private static Wire.Rooms.RoomId Opened(DeskWorld world)
    {
        var room = world.Propose(world.Desks[0], world.Desks[2], "the prisoners");
        world.Pass(TimeSpan.FromSeconds(1));
        world.Desks[2].Do(new DeskEvent.InvitationAccepted(room));
        world.Pass(TimeSpan.FromSeconds(1));
        world.Desks[2].Do(new DeskEvent.Consented(room));
        world.Pass(TimeSpan.FromSeconds(1));
        return room;
    }
}
