using System.Collections.Concurrent;
using System.Threading.Channels;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station.Storage;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Hosting;

/// <summary>
/// Turns sockets, disk and clock into events, and effects into answers: one thread owns the core and the store, takes
/// what has come meanwhile as one batch, and commits once for all of it.
/// </summary>
internal sealed class StationLoop : BackgroundService
{
    private const int EventsMax = 4_096;
    private const int BatchMax = 256;

    private static readonly TimeSpan ReopenDelay = TimeSpan.FromSeconds(1);

    private readonly StationSettings settings;
    private readonly TimeProvider time;
    private readonly LoopNews news;
    private readonly long begun;

    private readonly Channel<StationEvent> events = Channel.CreateBounded<StationEvent>(
        new BoundedChannelOptions(EventsMax) { SingleReader = true });

    private readonly ConcurrentDictionary<ulong, TaskCompletionSource<StationEffect>> waiting = [];
    private readonly ConcurrentDictionary<ulong, DeskListener> listeners = [];
    private readonly LineCalls calls;
    private ulong tickets;
    private long kept;
    private bool isRestoreTold; // and durable; the store may be opened again

    public StationLoop(StationSettings settings, ILineCaller caller, TimeProvider time, ILogger<StationLoop> log)
    {
        (this.settings, this.time) = (settings, time);
        calls = new(caller, events.Writer);
        news = new(log, settings.Lines, caller, time);
        begun = time.GetTimestamp();
    }

    /// <summary>Whether the store is open and taking.</summary>
    internal bool IsTaking { get; private set; }

    /// <summary>How often the store has committed since it was opened.</summary>
    internal ulong Commits { get; private set; }

    internal async Task<Verdict> SubmitAsync(Opaque desk, Opaque submission, CancellationToken cancel) =>
        ((StationEffect.Answer)await AskAsync(ticket => new StationEvent.Submitted(desk, ticket, submission), cancel))
        .Verdict;

    internal async Task<Opaque> ReceiveAsync(LineId line, Opaque bundle, CancellationToken cancel) =>
        ((StationEffect.Reply)await AskAsync(ticket => new StationEvent.BundleCame(line, ticket, bundle), cancel))
        .Bundle;

    internal ValueTask ReportAsync(Opaque desk, LineId line, WireList<LogReport> reports, CancellationToken cancel) =>
        events.Writer.WriteAsync(new StationEvent.Reported(desk, line, reports), cancel);

    internal ValueTask OfferAsync(Opaque desk, LineId line, DeskOffer offer, int bytes, CancellationToken cancel) =>
        events.Writer.WriteAsync(new StationEvent.Offered(desk, line, offer, bytes), cancel);

    internal ValueTask TryNowAsync(LineId line, CancellationToken cancel) =>
        events.Writer.WriteAsync(new StationEvent.TryNow(line), cancel);

    /// <summary>What the desk is given, until it goes away or the store has to be opened anew.</summary>
    internal async IAsyncEnumerable<Delivery> ListenAsync(
        Opaque desk, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var connection = Interlocked.Increment(ref tickets);
        var listener = listeners[connection] = new();
        try
        {
            await events.Writer.WriteAsync(new StationEvent.DeskCame(desk, connection), cancel);
            await events.Writer.WriteAsync(new StationEvent.DeskReady(connection, DeskListener.Capacity), cancel);
            await foreach (var delivery in listener.ReadAsync(cancel))
            {
                yield return delivery;
                await events.Writer.WriteAsync(new StationEvent.DeskReady(connection, 1), cancel);
            }
        }
        finally
        {
            listeners.TryRemove(connection, out _);
            await events.Writer.WriteAsync(new StationEvent.DeskWent(connection), CancellationToken.None);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Factory.StartNew(
        () => Run(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stop)
    {
        news.Began();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var store = SqliteStationStore.Open(settings.File);
                Serve(store, stop);
            }
            catch (Exception failed) when (failed is SqliteException or IOException or PlaceTakenException)
            {
                news.Failed(failed);
                IsTaking = false;
                Abandon();
                stop.WaitHandle.WaitOne(ReopenDelay);
            }
        }
        news.Ended();
    }

    private void Serve(SqliteStationStore store, CancellationToken stop)
    {
        var core = new StationCore(store, settings.Lines.Select(line => line.Terms), settings.Window,
            new SystemRandom());
        var batch = new List<StationEvent>(BatchMax);
        batch.AddRange(from line in settings.Lines
                       from desk in line.Desks
                       select new StationEvent.DeskEnrolled(line.Terms.Id, desk));
        batch.AddRange(from line in settings.Lines
                       from desk in line.CutOff
                       select new StationEvent.DeskCutOff(line.Terms.Id, desk));
        if (settings.IsRestored && !isRestoreTold)
            batch.AddRange(settings.Lines.Select(line => new StationEvent.Restored(line.Terms.Id)));
        if (settings.GivesUpMissing)
            batch.AddRange(settings.Lines.Select(line => new StationEvent.MissingGivenUp(line.Terms.Id)));
        (IsTaking, Commits) = (true, 0); // it counts from its opening on
        while (!stop.IsCancellationRequested)
        {
            batch.Add(new StationEvent.TimePassed());
            foreach (var effect in core.Run(batch, new(time.GetElapsedTime(begun), time.GetUtcNow())))
                Do(effect, stop);
            news.Look(core, isWritten: store.Commits > Commits);
            (isRestoreTold, Commits) = (true, store.Commits);
            batch.Clear();
            Wait(core.WakeAt, stop);
            while (batch.Count < BatchMax && events.Reader.TryRead(out var happened))
                batch.Add(happened);
        }
    }

    // Until something happens, or the core wants to be asked again.
    private void Wait(TimeSpan? wakeAt, CancellationToken stop)
    {
        var left = (wakeAt ?? TimeSpan.FromMinutes(1)) - time.GetElapsedTime(begun);
        if (left <= TimeSpan.Zero || stop.IsCancellationRequested)
            return;
        using var patience = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            events.Reader.WaitToReadAsync(either.Token).AsTask().Wait(CancellationToken.None);
        }
        catch (AggregateException ended) when (ended.InnerException is OperationCanceledException)
        {
            // it is time, or the station stops
        }
    }

    private void Do(StationEffect effect, CancellationToken stop)
    {
        switch (effect)
        {
            case StationEffect.Answer answer:
                news.Answered(answer.Verdict.Kind);
                Settle(answer.Ticket, effect);
                break;
            case StationEffect.Reply reply:
                Keep(reply.Bundle);
                Settle(reply.Ticket, effect);
                break;
            case StationEffect.Give give:
                listeners.GetValueOrDefault(give.Connection)?.Give(give.Delivery);
                break;
            case StationEffect.End end:
                listeners.GetValueOrDefault(end.Connection)?.End();
                break;
            case StationEffect.Interrupt interrupt:
                calls.Interrupt(interrupt.Line);
                break;
            case StationEffect.Exchange exchange:
                Keep(exchange.Bundle);
                calls.Begin(exchange, stop);
                break;
        }
    }

    private void Keep(Opaque bundle)
    {
        if (settings.KeepBundles is not { } folder)
            return;
        var name = FormattableString.Invariant($"{time.GetUtcNow().ToUnixTimeMilliseconds()}-{++kept:D6}.bundle");
        try
        {
            File.WriteAllBytes(Path.Combine(folder, name), bundle.ToArray());
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            news.NotKept(); // the line matters more than the copies
        }
    }

    private async Task<StationEffect> AskAsync(Func<ulong, StationEvent> happens, CancellationToken cancel)
    {
        var ticket = Interlocked.Increment(ref tickets);
        var answer = waiting[ticket] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await events.Writer.WriteAsync(happens(ticket), cancel);
            return await answer.Task.WaitAsync(cancel);
        }
        finally
        {
            waiting.TryRemove(ticket, out _);
        }
    }

    private void Settle(ulong ticket, StationEffect effect)
    {
        if (waiting.TryRemove(ticket, out var asked))
            asked.TrySetResult(effect);
    }

    // The disk failed: nothing that came since the last commit was taken, and everybody is told so.
    private void Abandon()
    {
        while (events.Reader.TryRead(out _))
        {
            // its asker is among those who wait
        }
        foreach (var (ticket, asked) in waiting)
        {
            waiting.TryRemove(ticket, out _);
            asked.TrySetException(new StoreFailedException());
        }
        foreach (var listener in listeners.Values)
            listener.End();
    }
}
