using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Station;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
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
    private DeskCore? core;
    private bool isOpened;
    private Opaque? witness;

    public SimulatedDesk(Agenda agenda, SimulatedStation station, DeskIdentity identity, IRandomSource random,
        ulong connection, PlantedBug bug = PlantedBug.None)
    {
        (this.agenda, this.station, this.identity, this.random, Connection) =
            (agenda, station, identity, random, connection);
        this.bug = bug;
        core = Open();
    }

    /// <summary>Its disk. Somebody may put an old copy in its place; the witness beside it stays.</summary>
    public SimulatedVault Vault { get; private set; } = new();

    /// <summary>Whether somebody has put its vault back to a copy.</summary>
    public bool IsPutBack { get; private set; }

    /// <summary>What was written of it outside its vault.</summary>
    public Opaque? Witness => witness;

    public ulong Connection { get; }

    public DeskIdentity Identity => identity;

    public DeskCore Core => core ?? throw new InvalidOperationException("The desk is not running.");

    /// <summary>Words that were begun here and not said.</summary>
    public string Begun(RoomId room) => Core.Drafts.Of(room);

    /// <summary>Begins some.</summary>
    public void Begin(RoomId room, string words) => Core.Drafts.Keep(room, words);

    public bool IsRunning => core is not null;

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

    /// <summary>How wrong its clock is.</summary>
    public TimeSpan ClockError { get; set; }

    /// <summary>Every submission that was ever sent, with its number: resent ones are the same bytes.</summary>
    public Dictionary<ulong, Opaque> Sent { get; } = [];

    public void Start()
    {
        Process++;
        core = Open();
        Come();
    }

    public void Stop()
    {
        core?.Dispose();
        (core, isOpened) = (null, false);
        Stopped?.Invoke();
    }

    /// <summary>Listens to its station, which may have been away.</summary>
    public void Come()
    {
        if (!isOpened)
            Do(new DeskEvent.Opened(witness));
        if (core is null)
            return;
        if (!isOpened && Folder is not null)
            Do(new DeskEvent.CredenceBrought([.. Folder()]));
        if (core is null)
            return;
        isOpened = true;
        station.Happens(new StationEvent.DeskCame(identity.Id, Connection));
        station.Happens(new StationEvent.DeskReady(Connection, 64));
        Do(new DeskEvent.StationCame());
    }

    public void Given(Delivery delivery)
    {
        station.Happens(new StationEvent.DeskReady(Connection, 1));
        Do(new DeskEvent.Given(delivery));
    }

    /// <summary>Lets something happen; what it wants of its station reaches it a moment later.</summary>
    public void Do(DeskEvent happened)
    {
        if (core is null)
            return;
        var stop = Stops?.Invoke() ?? StopAt.Never;
        if (stop == StopAt.BeforeCommit)
        {
            Stop();
            return;
        }
        var effects = core.Step(happened, FirstDay + agenda.Now + ClockError);
        if (bug == PlantedBug.ConsentByMachine && Asked(effects) is { } room)
            effects = [.. effects, .. core.Step(new DeskEvent.Consented(room), FirstDay + agenda.Now)];
        if (bug == PlantedBug.ConsentByMachine && Proposed(effects) is { } asked)
            effects = [.. effects, .. core.Step(new DeskEvent.IntentAnswered(asked.Room, asked.Intent, true, ""),
                FirstDay + agenda.Now)];
        if (effects.Any(effect => effect is DeskEffect.RoomMoved { Status: RoomStatus.SetBack }))
            Sent.Clear();
        Stepped?.Invoke(happened, effects);
        if (stop == StopAt.AfterCommit)
        {
            Stop();
            return;
        }
        foreach (var effect in effects)
            Want(effect);
    }

    /// <summary>Somebody puts its vault back to a copy, and starts it.</summary>
    public void PutBack(SimulatedVault copy)
    {
        (Vault, IsPutBack) = (copy, true);
        Stop();
    }

    public IReadOnlyList<Heard> Transcript(RoomId room) => [.. Core.TranscriptOf(room)];

    public void Dispose() => core?.Dispose();

    private DeskCore Open() => new(identity, Vault.Open(), random, bug.Rules());

    private static RoomId? Asked(IReadOnlyList<DeskEffect> effects) => effects.OfType<DeskEffect.RoomMoved>()
        .FirstOrDefault(moved => moved.Status == RoomStatus.AsksForConsent)?.Room;

    private (RoomId Room, IntentId Intent)? Proposed(IReadOnlyList<DeskEffect> effects) =>
        effects.OfType<DeskEffect.RoomMoved>().SelectMany(moved => Core.IntentsOf(moved.Room)
            .Where(one => one.State == IntentState.Proposed && one.By != identity.Side)
            .Select(one => ((RoomId, IntentId)?)(moved.Room, one.Id))).FirstOrDefault();

    private void Want(DeskEffect effect)
    {
        switch (effect)
        {
            case DeskEffect.Witness written:
                witness = written.Said;
                break;
            case DeskEffect.Submit submit:
                Remember(submit.Submission);
                station.Happens(new StationEvent.Submitted(identity.Id, Connection, submit.Submission));
                break;
            case DeskEffect.ListenAgain:
                agenda.After(TimeSpan.FromMilliseconds(1), Come);
                break;
            case DeskEffect.Offer { Offers: var offers }:
                foreach (var offer in offers)
                    station.Happens(new StationEvent.Offered(identity.Id, identity.Line, offer,
                        Wire.Codec.WireValue.Encode(offer).Length));
                break;
            case DeskEffect.Report report:
                station.Happens(new StationEvent.Reported(identity.Id, identity.Line, report.Reports));
                break;
            default:
                Screen.Add(effect);
                break;
        }
    }

    // I5: after any crash a restart resends identical bytes.
    private void Remember(Opaque submission)
    {
        var number = Wire.Codec.WireValue.Decode<Submission>(submission.Span).Number;
        if (Sent.TryGetValue(number, out var before) && before != submission)
            throw new ViolationException($"I5: submission {number} was sent with other bytes");
        Sent[number] = submission;
    }
}
