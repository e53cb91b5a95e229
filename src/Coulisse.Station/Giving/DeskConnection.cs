using Coulisse.Crypto.Codec;

namespace Coulisse.Station.Giving;

/// <summary>A desk that listens: one stream for each of its lines, given from in turn as long as it is ready.</summary>
internal sealed class DeskConnection
{
    private const int ReadyMax = 1_024;

    private readonly ulong connection;
    private readonly Dictionary<DeskLog, int> logs; // each with its turn
    private readonly HashSet<DeskLog> left; // may have something that was not given yet
    private readonly Dictionary<DeskLog, DeskStream> streams = [];
    private readonly List<DeskLog> rotten = [];
    private int ready;

    internal DeskConnection(ulong connection, IEnumerable<DeskLog> logs, Opaque desk)
    {
        (this.connection, Desk) = (connection, desk);
        this.logs = logs.Index().ToDictionary(one => one.Item, one => one.Index);
        left = [.. this.logs.Keys];
    }

    internal Opaque Desk { get; }

    internal void Allow(int count) => ready = Math.Clamp(ready + count, 0, ReadyMax);

    /// <param name="moved">What something happened to since this was asked last.</param>
    internal IEnumerable<StationEffect> Give(IEnumerable<DeskLog> moved)
    {
        left.UnionWith(moved.Where(logs.ContainsKey));
        foreach (var log in left.OrderBy(log => logs[log]).ToList())
        {
            if (log.Desks.Of(Desk) is not { IsCutOff: false } desk)
            {
                left.Remove(log); // it moves when the desk is put on it
                continue;
            }
            if (!streams.TryGetValue(log, out var stream))
                streams[log] = stream = new(log, desk);
            var damaged = log.Entries.Damaged;
            while (ready > 0)
            {
                if (stream.Next() is not { } delivery)
                {
                    left.Remove(log);
                    break;
                }
                ready--;
                yield return new StationEffect.Give(connection, delivery);
            }
            if (damaged != log.Entries.Damaged)
                rotten.Add(log);
        }
    }

    /// <summary>Where an entry that was to be given turned out to have rotted since this was asked last.</summary>
    internal IReadOnlyList<DeskLog> MetDamage()
    {
        if (rotten.Count == 0)
            return [];
        var met = rotten.ToList();
        rotten.Clear();
        return met;
    }
}
