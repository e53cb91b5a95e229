using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Station;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
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
    public void What_was_written_after_it_comes_back_though_nobody_says_that_it_is_old()
    {
        var room = Opened(world);
        var copy = Station.Disk.Copy();
        Say(room, "after the copy");
        world.Pass(TimeSpan.FromSeconds(1));
        var written = Station.Status.OwnLength;
        Station.Disk = copy;
        Station.Stop();
        world.Pass(TimeSpan.FromMinutes(8)); // no machine stays down so long, and an idle log calls each minute
        ItGoesOn(room, written);
        Assert.Equal(1U, Station.Status.OtherHas[0].Incarnation);
        Assert.Equal(2, Station.Status.OtherHas.Count);
    }

    [Fact]
    [Trait("Row", "9")]
    public void What_the_other_station_never_had_comes_back_from_the_desks_at_its_old_places()
    {
        var room = Opened(world);
        var copy = Station.Disk.Copy();
        world.Stations.Weather = Dark;
        foreach (var word in (string[])["one", "two", "three"])
        {
            Say(room, word);
            world.Pass(TimeSpan.FromSeconds(1));
        }
        var newest = Entries();
        Station.PutBack(copy);
        world.Pass(TimeSpan.FromMinutes(4));
        Assert.True(Station.Status.IsRestoring); // the other station was not heard
        Assert.Equal(newest, Entries());
        world.Stations.Weather = Weather.Fair;
        world.Pass(TimeSpan.FromMinutes(8));
        ItGoesOn(room, (ulong)newest.Count);
        Assert.Equal(["one", "two", "three", "and on"], world.Desks[2].Transcript(room)
            .Where(one => one.Desk == world.Desks[0].Identity.Id).OrderBy(one => one.Number)
            .Select(one => one.Text.Split(", ")[^1]));
    }

    [Fact]
    [Trait("Row", "9")]
    public void So_does_a_whole_file_that_is_gone_and_what_the_other_side_wrote_meanwhile()
    {
        var room = Opened(world);
        Say(room, "before the fire");
        var reader = world.Desks[1];
        world.Pass(TimeSpan.FromMinutes(2));
        world.Desks[0].Stop(); // and has not read what comes now
        world.Desks[2].Do(new DeskEvent.Said(room, $"{Words.Mark} in {room}, theirs", Precedence.Routine));
        world.Pass(TimeSpan.FromMilliseconds(9));
        var written = Station.Status.OwnLength;
        Station.PutBack(new SimulatedDisk());
        world.Pass(TimeSpan.FromSeconds(1));
        foreach (var desk in world.DesksOf(Side.A)) // whose credence lies beside the file
            Station.Happens(new StationEvent.DeskEnrolled(cast.Pair.Line, desk.Identity.Id));
        world.Pass(TimeSpan.FromMinutes(4));
        foreach (var desk in world.DesksOf(Side.A))
            Station.Happens(new StationEvent.DeskEnrolled(cast.Pair.Line, desk.Identity.Id));
        world.Pass(TimeSpan.FromMinutes(8));
        ItGoesOn(room, written);
        Assert.Equal(1, world.Watch.Words.FromOthers(world.Desks[0], room));
        Assert.True(reader.IsRunning);
    }

    [Fact]
    [Trait("Row", "9")]
    public void Where_nothing_was_lost_it_goes_on_in_a_new_incarnation_once_every_desk_has_shown_so()
    {
        var room = Opened(world);
        world.Pass(TimeSpan.FromMinutes(2));
        world.Desks[1].Stopped = null; // it stays away
        world.Desks[1].Stop();
        Station.PutBack(Station.Disk.Copy());
        world.Pass(TimeSpan.FromMinutes(8));
        Say(room, "after it");
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.True(Station.Status.IsRestoring); // the other desk has not said what it remembers
        Assert.Equal((0UL, 1U), (Station.Status.Lost, Station.Status.Awaited));
        Assert.Equal(0, world.Watch.Words.FromOthers(world.Desks[2], room));
        world.Desks[1].Start();
        world.Pass(TimeSpan.FromMinutes(8));
        Assert.False(Station.Status.IsRestoring);
        Assert.Equal(1, world.Watch.Words.FromOthers(world.Desks[2], room));
        Assert.Equal([1U, 2U], Station.Status.OtherHas.Select(one => one.Incarnation));
    }

    [Fact]
    public void What_is_lost_for_good_is_said_to_its_author_and_climbs_on_if_it_had_left_after_all()
    {
        var room = Opened(world);
        world.Stations.Weather = Dark;
        Say(room, "into the dark");
        world.Pass(TimeSpan.FromSeconds(1));
        var author = world.Desks[0];
        var place = new LogReport(Side.A, 1, SequenceSet.Of(new SequenceRange(1, 1_000)));
        Hear([place], []);
        Assert.Equal(Rung.Lost, author.Transcript(room)[^1].Rung);
        Hear([place], [new(1, place.Processed, SequenceSet.Empty)]);
        Assert.Equal(Rung.AtTheirStation, author.Transcript(room)[^1].Rung);

        void Hear(WireList<LogReport> givenUp, WireList<LogProgress> theirs) => author.Do(new DeskEvent.Given(
            new Delivery.OfNews(cast.Pair.Line, new(theirs, [], 0, false, LineContact.There, givenUp))));
    }

    private SimulatedStation Station => world.Stations.StationOf(Side.A);

    private Weather Dark => Weather.Fair with
    {
        DarkFrom = world.Agenda.Now,
        DarkUntil = world.Agenda.Now + TimeSpan.FromDays(1),
    };

    private void Say(Wire.Rooms.RoomId room, string words) =>
        world.Desks[0].Do(new DeskEvent.Said(room, $"{Words.Mark} in {room}, {words}", Precedence.Routine));

    private List<Opaque> Entries() => [.. Enumerable.Range(1, 1_000)
        .Select(number => Station.Disk.Find(cast.Pair.Line, Side.A, new(1, (ulong)number))).OfType<KeptEntry>()
        .Select(one => one.Link.Hash)];

    // Both sides' desks have everything, nobody was alarmed, and the next message goes after all that was.
    private void ItGoesOn(Wire.Rooms.RoomId room, ulong written)
    {
        Assert.False(Station.Status.IsRestoring, $"{Station.Status.Lost} lost, {Station.Status.Awaited} awaited");
        Assert.All(world.Stations.Stations, one => Assert.Null(one.Status.Frozen));
        Say(room, "and on");
        world.Pass(TimeSpan.FromMinutes(4));
        Assert.True(Station.Status.OwnLength > written);
        Assert.All(world.Stations.Stations, one => Assert.Equal(0UL, one.Status.Missing));
        var said = world.Watch.Words.In(room).Where(one => one.Author == world.Desks[0].Identity.Id).ToList();
        Assert.All(said, one => Assert.True(world.Watch.Words.IsShown(world.Desks[2], room, one.Author, one.Number)));
        Assert.DoesNotContain(world.Desks.SelectMany(desk => desk.Screen), effect => effect is DeskEffect.Alarm);
        Assert.All(world.Desks, desk => Assert.True(desk.Core.IsIdle));
        world.Pass(TimeSpan.FromMinutes(8));
        Assert.Equal(0, world.Stations.Stations.Sum(one => one.Disk.Bodies));
    }

    private static Wire.Rooms.RoomId Opened(DeskWorld world) =>
        world.Open(world.Desks[0], world.Desks[2], "the prisoners");
}
