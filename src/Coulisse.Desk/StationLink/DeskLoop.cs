using System.Net.Sockets;
using System.Threading.Channels;
using Coulisse.Desk.Keys;
using Coulisse.Wire.Desks;

namespace Coulisse.Desk.StationLink;

/// <summary>
/// Turns the station's answers, a person's acts and time into events of the desk, one after another, and the desk's
/// effects into calls. What has come meanwhile is one batch, with one commit for all of it. What a call fails at is
/// asked again when the station is there again.
/// </summary>
public sealed partial class DeskLoop : IAsyncDisposable
{
    private const int EventsMax = 1_024;
    private const int BatchMax = 256;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rotation = TimeSpan.FromSeconds(30);

    private readonly DeskCores cores;
    private readonly StationClient station;
    private readonly Dictionary<DeskCore, WitnessFile> witnesses;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<Errand> errands = Channel.CreateBounded<Errand>(EventsMax);

    private readonly Channel<DeskEffect> screen = Channel.CreateBounded<DeskEffect>(
        new BoundedChannelOptions(EventsMax) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Dictionary<DeskCore, Reporting> reporting;
    private readonly List<(DeskCore Core, DeskEffect Effect)> wanted = []; // by what was taken since the last commit
    private readonly Task[] running;
    private CancellationTokenSource? listening;

    /// <summary>Begins at once; the cores are used by nobody else from here on.</summary>
    public DeskLoop(DeskCores cores, StationClient station, WitnessFile witness, TimeProvider time)
    {
        (this.cores, this.station, this.time) = (cores, station, time);
        witnesses = cores.All.ToDictionary(core => core, core => core == cores.Line ? witness
            : core == cores.Home ? witness.AtHome : witness.On(core.Log));
        StationSince = time.GetUtcNow();
        reporting = cores.All.ToDictionary(core => core, core => new Reporting(report =>
            CallAsync(() => station.ReportAsync(core.Log, report.Reports, stop.Token)), time));
        running = [StepAsync(stop.Token), ListenAsync(stop.Token), TickAsync(stop.Token),
            .. reporting.Values.Select(one => one.RunAsync(stop.Token))];
        Completion = Task.WhenAny(running).Unwrap(); // a desk that only steps, or only listens, is none
    }

    /// <summary>What moved, was shown or alarmed; the oldest go if nobody reads.</summary>
    public ChannelReader<DeskEffect> Screen => screen.Reader;

    /// <summary>How the station was when it was last called.</summary>
    public OurStation Station { get; private set; }

    /// <summary>Since when it is so.</summary>
    public DateTimeOffset StationSince { get; private set; }

    /// <summary>Ends with the desk: with what its vault threw, or whatever else was not foreseen.</summary>
    public Task Completion { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        foreach (var task in running)
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task StepAsync(CancellationToken cancel)
    {
        var batch = new List<Errand>(BatchMax);
        try
        {
            while (await errands.Reader.WaitToReadAsync(cancel).ConfigureAwait(false))
            {
                while (batch.Count < BatchMax && errands.Reader.TryRead(out var errand))
                {
                    batch.Add(errand);
                    errand.Do();
                }
                Finish(batch);
            }
        }
        finally
        {
            Abandon(batch); // the vault failed, or the desk stops: nobody is left waiting
        }
    }

    // Told after the effects are under way, and before the next batch begins.
    private void Finish(List<Errand> batch)
    {
        wanted.AddRange(cores.Commit(time.GetUtcNow()));
        wanted.ForEach(one => Want(one.Core, one.Effect, stop.Token));
        wanted.Clear();
        foreach (var errand in batch)
            errand.Tell();
        batch.Clear();
    }

    private IReadOnlyList<DeskEffect> Take(DeskCore core, DeskEvent happened)
    {
        var effects = core.Take(happened, time.GetUtcNow());
        wanted.AddRange(effects.Select(effect => (core, effect)));
        return effects;
    }

    private ValueTask HappensAsync(DeskCore core, DeskEvent happened, CancellationToken cancel) =>
        errands.Writer.WriteAsync(new(() => Take(core, happened), () => { }, () => { }), cancel);

    private async Task HappensAsync(DeskEvent happened, CancellationToken cancel)
    {
        foreach (var core in cores.All)
            await HappensAsync(core, happened, cancel).ConfigureAwait(false);
    }

    private void Abandon(List<Errand> begun)
    {
        errands.Writer.TryComplete();
        screen.Writer.TryComplete();
        foreach (var errand in begun)
            errand.Abandon();
        while (errands.Reader.TryRead(out var left))
            left.Abandon();
    }

    private void Want(DeskCore core, DeskEffect effect, CancellationToken cancel)
    {
        switch (effect)
        {
            case DeskEffect.Witness said:
                witnesses[core].Write(said.Said);
                break;
            case DeskEffect.Submit submit:
                _ = CallAsync(() => SubmitAsync(core, submit, cancel)); // the same bytes go again
                break;
            case DeskEffect.Report report:
                reporting[core].Say(report);
                break;
            case DeskEffect.Offer offer:
                _ = CallAsync(() => station.OfferAsync(core.Log, offer.Offers, cancel)); // offered again
                break;
            case DeskEffect.ListenAgain:
                Interlocked.Exchange(ref listening, null)?.Cancel(); // whoever takes it out of there owns it
                break;
            default:
                screen.Writer.TryWrite(effect);
                break;
        }
    }

    private async Task SubmitAsync(DeskCore core, DeskEffect.Submit submit, CancellationToken cancel)
    {
        var verdict = await station.SubmitAsync(submit.Submission, cancel).ConfigureAwait(false);
        SetStation(verdict.Kind == VerdictKind.NotStored ? OurStation.CannotStore : OurStation.There);
        await HappensAsync(core, new DeskEvent.Answered(verdict), cancel).ConfigureAwait(false);
    }

    private async Task CallAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or SocketException)
        {
            SetStation(OurStation.Away);
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        foreach (var core in cores.All)
            await HappensAsync(core, new DeskEvent.Opened(witnesses[core].Read()), cancel).ConfigureAwait(false);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await HappensAsync(new DeskEvent.StationCame(), cancel).ConfigureAwait(false);
                var again = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                Interlocked.Exchange(ref listening, again)?.Dispose();
                await foreach (var delivery in station.ListenAsync(again.Token).ConfigureAwait(false))
                {
                    if (Station == OurStation.Away) // what it gives says nothing of what it can take
                        SetStation(OurStation.There);
                    if (cores.Of(delivery.Line) is { } core)
                        await HappensAsync(core, new DeskEvent.Given(delivery), cancel).ConfigureAwait(false);
                }
            }
            catch (Exception failed) when (failed is HttpRequestException or IOException or SocketException)
            {
                SetStation(OurStation.Away);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                continue; // to be given again what was not kept
            }
            finally
            {
                Interlocked.Exchange(ref listening, null)?.Dispose();
            }
            await Task.Delay(Again, time, cancel).ConfigureAwait(false);
        }
    }

    private void SetStation(OurStation now)
    {
        if (now == Station)
            return;
        (Station, StationSince) = (now, time.GetUtcNow());
        screen.Writer.TryWrite(new DeskEffect.StationMoved(now));
    }

    private async Task TickAsync(CancellationToken cancel)
    {
        for (var sinceRotation = TimeSpan.Zero; ; sinceRotation += Again)
        {
            await Task.Delay(Again, time, cancel).ConfigureAwait(false);
            var isDue = sinceRotation >= Rotation;
            sinceRotation = isDue ? TimeSpan.Zero : sinceRotation;
            await HappensAsync(isDue ? new DeskEvent.TimePassed() : new DeskEvent.StationCame(), cancel)
                .ConfigureAwait(false);
        }
    }
}
