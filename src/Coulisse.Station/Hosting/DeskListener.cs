using System.Threading.Channels;
using Coulisse.Wire.Desks;

namespace Coulisse.Station.Hosting;

/// <summary>What waits to be written to one desk; never more than the desk was said to be ready for.</summary>
internal sealed class DeskListener
{
    internal const int Capacity = 64;

    private readonly Channel<Delivery> deliveries = Channel.CreateBounded<Delivery>(2 * Capacity);

    internal void Give(Delivery delivery)
    {
        if (!deliveries.Writer.TryWrite(delivery))
            End(); // more than it was ready for: it begins anew, and is given all it has not processed
    }

    internal void End() => deliveries.Writer.TryComplete();

    internal IAsyncEnumerable<Delivery> ReadAsync(CancellationToken cancel) => deliveries.Reader.ReadAllAsync(cancel);
}
