using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Station;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Plants;
using Coulisse.World.Stations;

namespace Coulisse.World.Desks;

/// <summary>A machine with the real desk on it, beside its station. It can stop before or after any commit.</summary>
public sealed class SimulatedDesk : IDisposable
{
    private static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 6, 0, 0, TimeSpan.Zero);

    private readonly Agenda agenda;
    private readonly SimulatedStation station;
    private readonly DeskIdentity identity;
    private readonly IRandomSource random;
    private readonly PlantedBug bug;
    private readonly Dictionary<Opaque, DeskCore> asked = []; // by the hash of a submission
    private DeskCores? cores;
    private bool isOpened;
    private Opaque? witness;
    private Opaque? witnessAtHome;

    public SimulatedDesk(Agenda agenda, SimulatedStation station, DeskIdentity identity, IRandomSource random,
        ulong connection, PlantedBug bug = PlantedBug.None)
    {
        (this.agenda, this.station, this.identity, this.random, Connection) =
            (agenda, station, identity, random, connection);
        this.bug = bug;
        cores = Open();
    }

    /// <summary>Its disk. Somebody may put an old copy in its place; the witness beside it stays.</summary>
    public SimulatedVault Vault { get; private set; } = new();

    /// <summary>Whether somebody has put its vault back to a copy.</summary>
    public bool IsPutBack { get; private set; }

    /// <summary>What was written of it outside its vault.</summary>
    public Opaque? Witness => witness;

    public ulong Connection { get; }

    public DeskIdentity Identity => identity;
    public DeskCore Core => Cores.Line;

    /// <summary>The desk among its own party's.</summary>
    public DeskCore Home => Cores.Home;

    /// <summary>In both its places.</summary>
    public DeskCores Cores => cores ?? throw new InvalidOperationException("The desk is not running.");

    /// <summary>Words that were begun here and not said.</summary>
    public string Begun(RoomId room) => Core.Drafts.Of(room);

    public void Begin(RoomId room, string words) => Core.Drafts.Keep(room, words);

    /// <summary>Has it hold words that can still be taken back; false if they are too long.</summary>
    public bool Hold(RoomId room, string words) => Core.Held.Hold(room, words, DateTimeOffset.UnixEpoch);

    public bool TakeBack(RoomId room) => Core.Held.TakeBack(room);

    public bool IsRunning => cores is not null;

    public int Process { get; private set; }

    /// <summary>What was shown and refused, and every alarm, since the beginning.</summary>
    public List<DeskEffect> Screen { get; } = [];

    /// <summary>What lies in its folder of its party's chain, whenever it is opened; null: nothing.</summary>
    public Func<IEnumerable<ChainPiece>>? Folder { get; set; }

    /// <summary>Asked at each step: whether the machine stops before its commit, after it, or not.</summary>
    public Func<StopAt>? Stops { get; set; }

    public Action? Stopped { get; set; }

    /// <summary>Told after each commit what happened and what it wants, whether or not it then stops.</summary>
    public Action<DeskEvent, IReadOnlyList<DeskEffect>>? Stepped { get; set; }

    /// <summary>The same of what it wants at home.</summary>
    public Action<IReadOnlyList<DeskEffect>>? SteppedAtHome { get; set; }

    /// <summary>How wrong its clock is.</summary>
    public TimeSpan ClockError { get; set; }

    /// <summary>Every submission that was ever sent, with its number: resent ones are the same bytes.</summary>
    public Dictionary<(LineId Log, ulong Number), Opaque> Sent { get; } = [];

    public void Start()
    {
        Process++;
        cores = Open();
        Come();
    }

    public void Stop()
    {
        cores?.Dispose();
        (cores, isOpened) = (null, false);
        asked.Clear();
        Stopped?.Invoke();
    }

    /// <summary>Listens to its station, which may have been away.</summary>
    public void Come()
    {
        if (!isOpened)
        {
            Do(new DeskEvent.Opened(witness));
            DoAtHome(new DeskEvent.Opened(witnessAtHome));
        }
        if (cores is null)
            return;
        if (!isOpened && Folder is not null)
            Do(new DeskEvent.CredenceBrought([.. Folder()]));
        if (cores is null)
            return;
        isOpened = true;
        station.Happens(new StationEvent.DeskCame(identity.Id, Connection));
        station.Happens(new StationEvent.DeskReady(Connection, 64));
        AskAgain(new DeskEvent.StationCame());
    }

    /// <summary>What happens in both its places.</summary>
    public void AskAgain(DeskEvent happened)
    {
        Do(happened);
        DoAtHome(happened);
    }

    public void Given(Delivery delivery)
    {
        station.Happens(new StationEvent.DeskReady(Connection, 1));
        if (cores?.Of(delivery.Line) is { } core)
            Do(core, new DeskEvent.Given(delivery));
    }

    public void Answered(Verdict verdict)
    {
        if (cores is not null && asked.TryGetValue(verdict.Submission, out var core))
            Do(core, new DeskEvent.Answered(verdict));
    }

    /// <summary>Lets something happen among its own party's desks.</summary>
    public void DoAtHome(DeskEvent happened)
    {
        if (cores is not null)
            Do(cores.Home, happened);
    }

    /// <summary>Lets something happen; what it wants of its station reaches it a moment later.</summary>
    public void Do(DeskEvent happened)
    {
        if (cores is not null)
            Do(cores.Line, happened);
    }

    private void Do(DeskCore core, DeskEvent happened)
    {
        var stop = Stops?.Invoke() ?? StopAt.Never;
        if (stop == StopAt.BeforeCommit)
        {
            Stop();
            return;
        }
        var wanted = Cores.Step(core, happened, FirstDay + agenda.Now + ClockError);
        if (bug == PlantedBug.ConsentByMachine)
            wanted = MachineConsent.After(Cores, wanted, FirstDay + agenda.Now);
        foreach (var one in Cores.All.Where(one => On(one, wanted)
            .Any(effect => effect is DeskEffect.RoomMoved { Status: RoomStatus.SetBack })))
            Sent.Keys.Where(sent => sent.Log == one.Log).ToList().ForEach(sent => Sent.Remove(sent));
        if (core == Core || On(Core, wanted).Count > 0)
            Stepped?.Invoke(core == Core ? happened : new DeskEvent.TimePassed(), On(Core, wanted));
        SteppedAtHome?.Invoke(On(Home, wanted));
        if (stop == StopAt.AfterCommit)
        {
            Stop();
            return;
        }
        foreach (var (by, effect) in wanted)
            Want(by, effect);
    }

    /// <summary>Somebody puts its vault back to a copy, and starts it.</summary>
    public void PutBack(SimulatedVault copy)
    {
        (Vault, IsPutBack) = (copy, true);
        Stop();
    }

    public IReadOnlyList<Heard> Transcript(RoomId room) => [.. Core.TranscriptOf(room)];

    public void Dispose() => cores?.Dispose();

    internal static List<DeskEffect> On(
        DeskCore core, IReadOnlyList<(DeskCore Core, DeskEffect Effect)> wanted) =>
        [.. wanted.Where(one => one.Core == core).Select(one => one.Effect)];

    private DeskCores Open() => new(identity, Vault.Open(), random, bug.Rules());

    private void Want(DeskCore core, DeskEffect effect)
    {
        switch (effect)
        {
            case DeskEffect.Witness written when core.Identity.IsHome:
                witnessAtHome = written.Said;
                break;
            case DeskEffect.Witness written:
                witness = written.Said;
                break;
            case DeskEffect.Submit submit:
                Remember(core, submit.Submission);
                station.Happens(new StationEvent.Submitted(identity.Id, Connection, submit.Submission));
                break;
            case DeskEffect.ListenAgain:
                agenda.After(TimeSpan.FromMilliseconds(1), Come);
                break;
            case DeskEffect.Offer { Offers: var offers }:
                foreach (var offer in offers)
                    station.Happens(new StationEvent.Offered(identity.Id, core.Log, offer,
                        Wire.Codec.WireValue.Encode(offer).Length));
                break;
            case DeskEffect.Report report:
                station.Happens(new StationEvent.Reported(identity.Id, core.Log, report.Reports));
                break;
            default:
                Screen.Add(effect);
                break;
        }
    }

    // I5: after any crash a restart resends identical bytes.
    private void Remember(DeskCore core, Opaque submission)
    {
        var sent = Wire.Codec.WireValue.Decode<Submission>(submission.Span);
        asked[sent.Hash()] = core;
        if (Sent.TryGetValue((core.Log, sent.Number), out var before) && before != submission)
            throw new ViolationException($"I5: submission {sent.Number} was sent with other bytes");
        Sent[(core.Log, sent.Number)] = submission;
    }
}
