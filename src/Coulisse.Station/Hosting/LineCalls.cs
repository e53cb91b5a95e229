using System.Collections.Concurrent;
using System.Threading.Channels;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Hosting;

/// <summary>The calls to other stations that are on their way, at most one of each line; what becomes of one is an
/// event.</summary>
internal sealed class LineCalls(ILineCaller caller, ChannelWriter<StationEvent> events)
{
    private readonly ConcurrentDictionary<LineId, CancellationTokenSource> calls = [];

    /// <summary>Begins one. The core owns it, and waits for its end before the next.</summary>
    internal void Begin(StationEffect.Exchange exchange, CancellationToken stop) => _ = CallAsync(exchange, stop);

    /// <summary>Breaks one off, if it is still on its way.</summary>
    internal void Interrupt(LineId line)
    {
        try
        {
            calls.GetValueOrDefault(line)?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // it has just ended by itself
        }
    }

    private async Task CallAsync(StationEffect.Exchange exchange, CancellationToken stop)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop);
        calls[exchange.Line] = ends;
        Opaque? answer = null;
        try
        {
            answer = await caller.CallAsync(exchange.Line, exchange.Bundle, exchange.Patience, ends.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // broken off, for what is urgent
        }
        finally
        {
            calls.TryRemove(exchange.Line, out _);
        }
        await events.WriteAsync(new StationEvent.ExchangeEnded(exchange.Line, answer), stop);
    }
}
