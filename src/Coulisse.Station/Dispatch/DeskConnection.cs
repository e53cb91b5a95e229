using Coulisse.Crypto.Codec;

namespace Coulisse.Station.Dispatch;

/// <summary>A desk that listens: one stream for each of its lines, given from in turn as long as it is ready.</summary>
internal sealed class DeskConnection
{
    private const int ReadyMax = 1_024;

    private readonly ulong connection;
    private readonly IReadOnlyCollection<Line> lines;
    private readonly Dictionary<Line, DeskStream> streams = [];
    private int ready;

    internal DeskConnection(ulong connection, IReadOnlyCollection<Line> lines, Opaque desk)
    {
        (this.connection, this.lines, Desk) = (connection, lines, desk);
    }

    internal Opaque Desk { get; }

    internal void Allow(int count) => ready = Math.Clamp(ready + count, 0, ReadyMax);

    internal IEnumerable<StationEffect> Give()
    {
        foreach (var line in lines.Where(line => line.Desks.Of(Desk) is { IsCutOff: false }))
        {
            if (!streams.TryGetValue(line, out var stream))
                streams[line] = stream = new(line, line.Desks.Of(Desk)!);
            while (ready > 0 && stream.Next() is { } delivery)
            {
                ready--;
                yield return new StationEffect.Give(connection, delivery);
            }
        }
    }
}
