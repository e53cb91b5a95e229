using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Station;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Desks;

/// <summary>Two stations and the desks of both parties: the whole path of a message, on real code.</summary>
public sealed class DeskWorld : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Rotation = TimeSpan.FromMinutes(5);

    private readonly Seed seed;
    private readonly Pair pair;
    private readonly List<SimulatedDesk> desks = [];
    private readonly List<SignaturePrivateKey> keys = [];
    private readonly int each;

    /// <param name="seed">What all follows from.</param>
    /// <param name="pair">The parties.</param>
    /// <param name="weather">What goes wrong.</param>
    /// <param name="desks">How many desks each side has.</param>
    /// <param name="suite">Of the rooms.</param>
    public DeskWorld(Seed seed, Pair pair, Weather weather, int desks, Ciphersuite suite)
    {
        (this.seed, this.pair, each) = (seed, pair, desks);
        Stations = new(seed, pair, weather)
        {
            Given = (connection, delivery) => this.desks[(int)connection - 1].Given(delivery),
            Answered = (ticket, verdict) => this.desks[(int)ticket - 1].Do(new DeskEvent.Answered(verdict)),
            CameBack = station => Come(station.Side),
        };
        foreach (var station in Stations.Stations)
        {
            for (var number = 0; number < desks; number++)
                this.desks.Add(Make(station, suite, (ulong)this.desks.Count + 1));
            Come(station.Side);
        }
        Agenda.After(Patience, Again);
        Agenda.After(Rotation, Rotate);
    }

    public StationPair Stations { get; }

    public Agenda Agenda => Stations.Agenda;

    public IReadOnlyList<SimulatedDesk> Desks => desks;

    /// <summary>How often a desk's machine has stopped.</summary>
    public int DeskStops { get; private set; }

    public IEnumerable<SimulatedDesk> DesksOf(Side side) => side == Side.A ? desks.Take(each) : desks.Skip(each);

    /// <summary>Asks a desk into a new room; what people do about it is theirs.</summary>
    public RoomId Propose(SimulatedDesk from, SimulatedDesk to, string purpose)
    {
        var room = new RoomId(Stations.Random(16));
        from.Do(new DeskEvent.RoomProposed(room, to.Identity.Id, new(purpose, "the settlement of the conflict")));
        return room;
    }

    public void Pass(TimeSpan time) => Stations.Pass(time);

    public void Dispose()
    {
        foreach (var desk in desks)
            desk.Dispose();
        foreach (var key in keys)
            key.Dispose();
    }

    private SimulatedDesk Make(SimulatedStation station, Ciphersuite suite, ulong connection)
    {
        var party = pair.PartyOf(station.Side);
        var key = SignaturePrivateKey.Generate(seed);
        keys.Add(key);
        using var emergency = HpkePrivateKey.Generate(Kem.XWing, seed);
        var accreditation = party.Accredit(SubjectKind.Desk, Mandate.Principal, $"Security adviser {connection}",
        [
            new(KeyPurpose.DeskDelegation, key.PublicKey.Value),
            new(KeyPurpose.DeskEmergency, emergency.PublicKey.Value),
        ]);
        var identity = new DeskIdentity
        {
            Accreditation = accreditation,
            Key = key,
            Seals = RecognisedSeals.Only(Mark(station.Side)).After(
                party.Sign(new Recognition(Mark(station.Side.Other()), 1, party.Bytes(32), null)))!,
            Parties = pair.Parties,
            Endorsements = new Dictionary<Side, SignaturePublicKey>
            {
                [Side.A] = pair.A.Endorsement.PublicKey,
                [Side.B] = pair.B.Endorsement.PublicKey,
            },
            Suite = suite,
        };
        var desk = new SimulatedDesk(Agenda, station, identity, seed, connection);
        desk.Stops = () => Stations.Weather.StopsOf(seed);
        desk.Stopped = () => Restart(desk);
        station.Happens(new StationEvent.DeskEnrolled(pair.Line, identity.Id));
        return desk;
    }

    private PartyMark Mark(Side side) => new(pair.PartyOf(side).Seal.Party, pair.PartyOf(side).Seal.PublicKey);

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
        foreach (var desk in desks)
            desk.Do(new DeskEvent.StationCame());
        Agenda.After(Patience, Again);
    }

    private void Rotate()
    {
        foreach (var desk in desks)
            desk.Do(new DeskEvent.TimePassed());
        Agenda.After(Rotation, Rotate);
    }
}
