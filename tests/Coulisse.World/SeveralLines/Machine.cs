using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Station;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.SeveralLines;

/// <summary>A party's machines: the real station and one real desk, on as many lines as the party has.</summary>
public sealed class Machine : IDisposable
{
    private const ulong Connection = 1;

    private readonly IReadOnlyList<LineTerms> terms;
    private readonly IReadOnlyList<DeskIdentity> identities;
    private readonly IRandomSource random;
    private readonly SimulatedVault vault = new();
    private readonly Dictionary<LineId, Opaque?> witnesses = [];
    private readonly Dictionary<Opaque, LineId> asked = []; // by the hash of a submission
    private StationCore station;

    /// <param name="terms">Its station's lines.</param>
    /// <param name="identities">Who its desk is on each.</param>
    /// <param name="random">For both.</param>
    public Machine(IReadOnlyList<LineTerms> terms, IReadOnlyList<DeskIdentity> identities, IRandomSource random)
    {
        (this.terms, this.identities, this.random) = (terms, identities, random);
        (station, Cores) = (Station(), Desk());
    }

    public SimulatedDisk Disk { get; } = new();

    /// <summary>The desk in all its places.</summary>
    public DeskCores Cores { get; private set; }

    public IReadOnlyCollection<LineId> Lines => [.. terms.Select(one => one.Id)];

    public DeskIdentity On(LineId line) => identities.First(one => one.Line == line);

    /// <summary>What was shown, refused and alarmed at the desk.</summary>
    public List<DeskEffect> Screen { get; } = [];

    /// <summary>What it wants of the world: of its station, and each submission of its desk.</summary>
    public Action<StationEffect>? Wants { get; set; }

    public Action<Opaque>? Submits { get; set; }

    /// <summary>Its station's events, a batch each.</summary>
    public void Run(StationEvent happened, TimeSpan now)
    {
        foreach (var effect in station.Run([happened], new(now, Cast.FirstDay + now)))
            Wants?.Invoke(effect);
    }

    /// <summary>Its desk is given or answered something, or a person does something.</summary>
    public void Do(DeskCore core, DeskEvent happened, TimeSpan now)
    {
        foreach (var (by, effect) in Cores.Step(core, happened, Cast.FirstDay + now))
            Want(by, effect, now);
    }

    public void Given(Delivery delivery, TimeSpan now)
    {
        Run(new StationEvent.DeskReady(Connection, 1), now);
        if (Cores.Of(delivery.Line) is { } core)
            Do(core, new DeskEvent.Given(delivery), now);
    }

    public void Answered(Verdict verdict, TimeSpan now)
    {
        if (asked.TryGetValue(verdict.Submission, out var log) && Cores.Of(log) is { } core)
            Do(core, new DeskEvent.Answered(verdict), now);
    }

    /// <summary>The desk listens, and what waits is sent once more.</summary>
    public void Come(TimeSpan now)
    {
        foreach (var core in Cores.All)
            Do(core, new DeskEvent.Opened(witnesses.GetValueOrDefault(core.Log)), now);
        Run(new StationEvent.DeskCame(identities[0].Id, Connection), now);
        Run(new StationEvent.DeskReady(Connection, 64), now);
        AskAgain(new DeskEvent.StationCame(), now);
    }

    public void Enrol(TimeSpan now)
    {
        foreach (var line in Lines)
            Run(new StationEvent.DeskEnrolled(line, identities[0].Id), now);
    }

    public void AskAgain(DeskEvent happened, TimeSpan now)
    {
        foreach (var core in Cores.All)
            Do(core, happened, now);
    }

    /// <summary>Both machines lose what was not committed, and start again.</summary>
    public void Restart(TimeSpan now)
    {
        Cores.Dispose();
        asked.Clear();
        (station, Cores) = (Station(), Desk());
        Come(now);
    }

    /// <summary>What this desk has of a room by others, in the order in which it was shown.</summary>
    public IReadOnlyList<string> Heard(RoomId room) => [.. Cores.Of(room).TranscriptOf(room)
        .Where(one => one.Act.Count == 0 && one.Desk != identities[0].Id).Select(one => one.Text)];

    public void Dispose() => Cores.Dispose();

    private StationCore Station() => new(Disk.Open(), terms, LineWindow.Usual, random);

    private DeskCores Desk() => new(identities[0], vault.Open(), random, identities.Skip(1));

    private void Want(DeskCore core, DeskEffect effect, TimeSpan now)
    {
        switch (effect)
        {
            case DeskEffect.Witness written:
                witnesses[core.Log] = written.Said;
                break;
            case DeskEffect.Submit submit:
                asked[WireValue.Decode<Submission>(submit.Submission.Span).Hash()] = core.Log;
                Submits?.Invoke(submit.Submission);
                Run(new StationEvent.Submitted(identities[0].Id, Connection, submit.Submission), now);
                break;
            case DeskEffect.Report report:
                Run(new StationEvent.Reported(identities[0].Id, core.Log, report.Reports), now);
                break;
            default:
                Screen.Add(effect);
                break;
        }
    }
}
