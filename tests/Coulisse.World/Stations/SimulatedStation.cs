using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station;
using Coulisse.Station.Storage;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Plants;

namespace Coulisse.World.Stations;

/// <summary>
/// A machine with the real station on it. It can stop at any moment: before a commit, when all of it is lost, or after,
/// when all that it was about to say is.
/// </summary>
public sealed class SimulatedStation
{
    private static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly Agenda agenda;
    private readonly LineTerms terms;
    private readonly LineWindow window;
    private readonly List<StationEvent> arrived = [];
    private readonly Func<IStationStore, IStationStore> wraps;
    private readonly IRandomSource random;
    private readonly PlantedBug bug;
    private IStationStore? store;
    private StationCore? core;
    private bool isDue;
    private bool isPutBack; // and not told so, durably
    private TimeSpan wakeSet = TimeSpan.MaxValue;

    public SimulatedStation(Agenda agenda, SimulatedDisk disk, LineTerms terms, LineWindow window,
        IRandomSource random, Func<IStationStore, IStationStore>? wraps = null, PlantedBug bug = PlantedBug.None)
    {
        (this.agenda, Disk, this.terms, this.window) = (agenda, disk, terms, window);
        (this.random, this.bug) = (random, bug);
        this.wraps = wraps ?? (opened => opened);
        Start();
    }

    public SimulatedDisk Disk { get; set; }

    public Side Side => terms.Own;

    /// <summary>The log of its own party's desks alone.</summary>
    public LineId Home =>
        LineParties.Home(terms.Own == Side.A ? terms.Parties.A : terms.Parties.B).Id;

    /// <summary>What it knows of that.</summary>
    public LineStatus AtHome => core?.StatusOf(Home) ?? throw new InvalidOperationException("It is not running.");

    public bool IsRunning => core is not null;

    /// <summary>Whether somebody has ever put its disk back to a copy.</summary>
    public bool WasPutBack { get; private set; }

    /// <summary>Somebody puts its disk back to a copy, and says so, as often as it takes, to the program that starts
    /// next.</summary>
    public void PutBack(SimulatedDisk copy)
    {
        (Disk, isPutBack, WasPutBack) = (copy, true, true);
        Stop();
    }

    /// <summary>Counts the starts: what was on its way to an earlier one reaches nobody.</summary>
    public int Process { get; private set; }

    /// <summary>What it wants done.</summary>
    public Action<StationEffect>? Wants { get; set; }

    /// <summary>Told after each commit what it is about to do, whether or not it then stops.</summary>
    public Action<IReadOnlyList<StationEffect>>? Ran { get; set; }

    /// <summary>How wrong its clock is.</summary>
    public TimeSpan ClockError { get; set; }

    /// <summary>Asked at each commit: whether the machine stops before it, after it, or not.</summary>
    public Func<StopAt>? Stops { get; set; }

    /// <summary>Told whenever the machine or its program has stopped.</summary>
    public Action? Stopped { get; set; }

    public LineStatus Status => core?.StatusOf(terms.Id) ?? throw new InvalidOperationException("It is not running.");

    public void Start()
    {
        Process++;
        store = wraps(Disk.Open());
        core = new(store, [terms], window, random, bug.RestoreRules());
        if (isPutBack)
            Happens(new StationEvent.Restored(terms.Id));
        Happens(new StationEvent.TimePassed());
    }

    public void Stop()
    {
        (core, store, wakeSet) = (null, null, TimeSpan.MaxValue);
        arrived.Clear();
        Stopped?.Invoke();
    }

    /// <summary>Something reaches the machine; what comes within a moment is one batch.</summary>
    public void Happens(StationEvent happened)
    {
        if (core is null)
            return;
        arrived.Add(happened);
        if (isDue)
            return;
        isDue = true;
        agenda.After(TimeSpan.FromMilliseconds(2), Run);
    }

    private void Run()
    {
        isDue = false;
        if (core is null || arrived.Count == 0)
            return;
        var stop = Stops?.Invoke() ?? StopAt.Never;
        if (stop == StopAt.BeforeCommit)
        {
            Stop();
            return;
        }
        StationEvent[] batch = [.. arrived];
        arrived.Clear();
        try
        {
            var effects = core.Run(batch, new(agenda.Now, FirstDay + agenda.Now + ClockError));
            isPutBack &= !batch.Any(one => one is StationEvent.Restored);
            Ran?.Invoke(effects);
            if (stop == StopAt.AfterCommit)
            {
                Stop();
                return;
            }
            foreach (var effect in effects)
                Wants?.Invoke(effect);
            Wake();
        }
        catch (IOException)
        {
            Refuse(batch);
        }
    }

    // As the real shell does it: undo, tell those who wait, begin from what is kept.
    private void Refuse(StationEvent[] batch)
    {
        store!.Undo();
        Stop();
        foreach (var one in batch.OfType<StationEvent.Submitted>())
            Wants?.Invoke(new StationEffect.Answer(one.Ticket, Verdict.NotStored));
        Start();
    }

    private void Wake()
    {
        if (core?.WakeAt is not { } when || when >= wakeSet)
            return;
        var process = Process;
        wakeSet = when;
        agenda.At(when, () =>
        {
            if (process != Process)
                return;
            wakeSet = TimeSpan.MaxValue;
            Happens(new StationEvent.TimePassed());
        });
    }
}

/// <summary>When a machine stops.</summary>
public enum StopAt
{
    /// <summary>Not now.</summary>
    Never,

    /// <summary>With everything since the last commit lost.</summary>
    BeforeCommit,

    /// <summary>With everything on the disk, and nothing said of it.</summary>
    AfterCommit,
}
