using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Station;
using Coulisse.Station.Storage;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Invariants;
using Coulisse.World.Parties;
using Coulisse.World.Plants;
using Coulisse.World.Stations;

namespace Coulisse.World.Desks;

/// <summary>
/// Two stations and the desks of both parties: the whole path of a message, on real code, watched at every step.
/// </summary>
public sealed class DeskWorld : IDisposable
{
    private const int RoundsIdle = 20; // an idle desk asks its station less often

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Rotation = TimeSpan.FromMinutes(5);

    private readonly Seed seed;
    private readonly Cast cast;
    private readonly List<SimulatedDesk> desks = [];
    private int rounds;

    /// <param name="seed">What all follows from.</param>
    /// <param name="cast">The parties and who sits at their desks.</param>
    /// <param name="weather">What goes wrong.</param>
    /// <param name="bug">What was put in on purpose.</param>
    public DeskWorld(Seed seed, Cast cast, Weather weather, PlantedBug bug = PlantedBug.None)
    {
        (this.seed, this.cast) = (seed, cast);
        Stations = new(seed, cast.Pair, weather, wraps: bug == PlantedBug.None ? null : Wrap, bug: bug)
        {
            Given = (connection, delivery) => desks[(int)connection - 1].Given(delivery),
            Answered = (ticket, verdict) => desks[(int)ticket - 1].Answered(verdict),
            CameBack = station => Come(station.Side),
        };
        Watch = new(cast.Pair, Stations, desks);
        foreach (var station in Stations.Stations)
        {
            station.Ran = effects => Watch.Ran(station, effects);
            foreach (var identity in cast.Desks.Where(one => one.Side == station.Side))
                desks.Add(Make(station, identity, bug));
            Come(station.Side);
        }
        Stations.Carries = bundle => Carry(bundle, bug);
        Agenda.After(Patience, Again);
        Agenda.After(Rotation, Rotate);

        IStationStore Wrap(Side side, IStationStore opened) => new PlantedStore(bug, side, opened);
    }

    public StationPair Stations { get; }

    /// <summary>Looks at every step of every desk and station.</summary>
    public Watch Watch { get; }

    public Agenda Agenda => Stations.Agenda;

    public IReadOnlyList<SimulatedDesk> Desks => desks;

    /// <summary>How often a desk's machine has stopped.</summary>
    public int DeskStops { get; private set; }

    public IEnumerable<SimulatedDesk> DesksOf(Side side) => desks.Where(desk => desk.Identity.Side == side);

    /// <summary>Asks a desk into a new room; what people do about it is theirs.</summary>
    public RoomId Propose(SimulatedDesk from, SimulatedDesk to, string purpose)
    {
        var room = new RoomId(Stations.Random(16));
        from.Do(new DeskEvent.RoomProposed(room, to.Identity.Id, new(purpose, "the settlement of the conflict")));
        return room;
    }

    /// <summary>The same, and everybody does what opens it; in fair weather it is open when this returns.</summary>
    public RoomId Open(SimulatedDesk from, SimulatedDesk to, string purpose)
    {
        var room = Propose(from, to, purpose);
        Pass(TimeSpan.FromSeconds(1));
        to.Do(new DeskEvent.InvitationAccepted(room));
        Pass(TimeSpan.FromSeconds(1));
        to.Do(new DeskEvent.Consented(room));
        Pass(TimeSpan.FromSeconds(1));
        return room;
    }

    /// <summary>Opens a caucus; in fair weather both are in it when this returns.</summary>
    public RoomId Confer(SimulatedDesk from, SimulatedDesk to, string purpose)
    {
        var room = new RoomId(Stations.Random(16));
        from.DoAtHome(new DeskEvent.RoomProposed(room, to.Identity.Id, new(purpose, "what is not ours to say")));
        Pass(TimeSpan.FromSeconds(1));
        to.DoAtHome(new DeskEvent.InvitationAccepted(room));
        Pass(TimeSpan.FromSeconds(1));
        return room;
    }

    public void Pass(TimeSpan time) => Stations.Pass(time);

    public void Dispose()
    {
        foreach (var desk in desks)
            desk.Dispose();
    }

    private SimulatedDesk Make(SimulatedStation station, DeskIdentity identity, PlantedBug bug)
    {
        var desk = new SimulatedDesk(Agenda, station, identity, seed, (ulong)desks.Count + 1, bug);
        desk.Stops = () => Stations.Weather.StopsOf(seed);
        desk.Stopped = () => Restart(desk);
        desk.Stepped = (happened, effects) => Watch.Stepped(desk, happened, effects);
        desk.SteppedAtHome = effects => Watch.SteppedAtHome(desk, effects);
        station.Happens(new StationEvent.DeskEnrolled(cast.Pair.Line, identity.Id));
        return desk;
    }

    private Opaque Carry(Opaque bundle, PlantedBug bug)
    {
        if (bug == PlantedBug.HomeOnTheLine)
            bundle = LeakyCarrier.Carry(bundle, Stations);
        Watch.Travels(bundle);
        return bug == PlantedBug.BackupWithoutFence
            ? ForgetfulCarrier.Carry(bundle, cast.Pair, Stations.StationOf(Side.A)) : bundle;
    }

    private void Come(Side side)
    {
        foreach (var desk in DesksOf(side))
            desk.Come();
    }

    private void Restart(SimulatedDesk desk)
    {
        DeskStops++;
        Agenda.After(seed.Between(TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(2)), () =>
        {
            if (!desk.IsRunning)
                desk.Start();
        });
    }

    private void Again()
    {
        rounds++;
        foreach (var desk in desks.Where(one => one.IsRunning
            && (!one.Core.IsIdle || !one.Home.IsIdle || rounds % RoundsIdle == 0)))
            desk.AskAgain(new DeskEvent.StationCame());
        Agenda.After(Patience, Again);
    }

    private void Rotate()
    {
        foreach (var desk in desks)
            desk.AskAgain(new DeskEvent.TimePassed());
        Agenda.After(Rotation, Rotate);
    }
}
