using Coulisse.Crypto.Codec;

namespace Coulisse.Station.Giving;

/// <summary>A desk that listens: one stream for each of its lines, given from in turn as long as it is ready.</summary>
internal sealed class DeskConnection
{
    private const int ReadyMax = 1_024;

    private readonly ulong connection;
    private readonly IReadOnlyCollection<DeskLog> logs;
    private readonly Dictionary<DeskLog, DeskStream> streams = [];
    private int ready;

    internal DeskConnection(ulong connection, IReadOnlyCollection<DeskLog> logs, Opaque desk)
    {
        (this.connection, this.logs, Desk) = (connection, logs, desk);
    }

    internal Opaque Desk { get; }

    internal void Allow(int count) => ready = Math.Clamp(ready + count, 0, ReadyMax);

    internal IEnumerable<StationEffect> Give()
    {
        foreach (var log in logs.Where(log => log.Desks.Of(Desk) is { IsCutOff: false }))
        {
            if (!streams.TryGetValue(log, out var stream))
                streams[log] = stream = new(log, log.Desks.Of(Desk)!);
            while (ready > 0 && stream.Next() is { } delivery)
            {
                ready--;
                yield return new StationEffect.Give(connection, delivery);
            }
        }
    }
}
