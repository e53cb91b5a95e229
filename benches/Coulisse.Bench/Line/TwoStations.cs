using System.Buffers.Binary;
using Coulisse.Desk.StationLink;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Bench.Line;

/// <summary>
/// Both programs of a line at work, desks left out: what is submitted here is 500 B that nobody sealed. A message has
/// arrived when the other station, which has it on its disk, gives it to a desk of its own.
/// </summary>
internal sealed class TwoStations : IDisposable
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(50);

    private readonly LineOnDisk line;
    private readonly StationProcess a;
    private readonly StationProcess b;
    private readonly Commits commitsOfA;
    private readonly Commits commitsOfB;
    private readonly StationClient listener;
    private readonly Dictionary<DeskOfStation, (StationClient Client, Submitting Submitting)> senders = [];
    private Latencies latencies = new();
    private SequenceSet arrived = SequenceSet.Empty;
    private ulong count;

    internal TwoStations(LineOnDisk line, string program)
    {
        this.line = line;
        (b, a) = (StationProcess.Start(program, line.B), StationProcess.Start(program, line.A));
        (commitsOfA, commitsOfB) = (new(line.A), new(line.B));
        listener = new(line.B.Address, [line.B.Pin], line.B.Desks[0].Tls.Certificate);
        foreach (var desk in line.A.Desks)
            senders[desk] = (new(line.A.Address, [line.A.Pin], desk.Tls.Certificate), new(line.Id, desk.Id));
    }

    internal IReadOnlyList<Used> Used =>
        [Line.Used.By("their station", b.Id), Line.Used.By("our station", a.Id)];

    internal async Task UntilTakingAsync(CancellationToken cancel)
    {
        await commitsOfA.UntilTakingAsync(cancel);
        await commitsOfB.UntilTakingAsync(cancel);
    }

    /// <summary>So many desks submit at once, so many messages together.</summary>
    internal async Task<StationPace> RunAsync(int desks, int together, TimeSpan time, CancellationToken cancel)
    {
        latencies = new();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var listening = EndAsync([ListenAsync(gone.Token), ReportAsync(gone.Token)]);
        var sending = line.A.Desks.Take(desks).Select(desk => SendAsync(desk, together, done.Token)).ToList();
        await Task.Delay(time / 2, cancel);
        var (fromA, fromB, from) = (await commitsOfA.CountAsync(cancel), await commitsOfB.CountAsync(cancel), count);
        var before = Used;
        await latencies.CountAsync(time, cancel);
        var after = Used;
        var (toA, toB, to) = (await commitsOfA.CountAsync(cancel), await commitsOfB.CountAsync(cancel), count);
        await done.CancelAsync();
        await Task.WhenAll(sending);
        await gone.CancelAsync();
        await listening;
        var messages = Math.Max(1.0, to - from);
        return new(latencies.Pace(), (toA - fromA) / messages, (toB - fromB) / messages,
            Cost.Between(before, after, messages));
    }

    public void Dispose()
    {
        foreach (var (client, _) in senders.Values)
            client.Dispose();
        listener.Dispose();
        commitsOfA.Dispose();
        commitsOfB.Dispose();
        a.Dispose();
        b.Dispose();
    }

    private async Task SendAsync(DeskOfStation desk, int together, CancellationToken done)
    {
        var (client, submitting) = senders[desk];
        while (!done.IsCancellationRequested)
        {
            var submission = submitting.Next(together, () => (ulong)Latencies.Now);
            var verdict = await client.SubmitAsync(submission, CancellationToken.None);
            if (verdict.Kind != VerdictKind.Taken)
                throw new InvalidOperationException($"The station says {verdict.Kind}.");
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await foreach (var delivery in listener.ListenAsync(cancel))
        {
            if (delivery is not Delivery.OfEntry { Side: Side.A } given)
                continue;
            var entry = WireValue.Decode<Entry>(given.Entry.Span);
            foreach (var envelope in entry.Envelopes)
                latencies.Ended((long)BinaryPrimitives.ReadUInt64BigEndian(envelope.Content.Span));
            count += (ulong)entry.Envelopes.Count;
            lock (this)
                arrived = arrived.With(entry.Place.Sequence);
        }
    }

    private async Task ReportAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(ReportEvery, cancel);
            LogReport report;
            lock (this)
                report = new(Side.A, 1, arrived);
            await listener.ReportAsync(line.Id, [report], cancel);
        }
    }

    private static async Task EndAsync(Task[] running)
    {
        try
        {
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException)
        {
            // it was told to
        }
    }
}

/// <summary>How fast, and how often each station committed for one message.</summary>
internal sealed record StationPace(Pace Pace, double CommitsOfA, double CommitsOfB, IReadOnlyList<Cost> Costs);
