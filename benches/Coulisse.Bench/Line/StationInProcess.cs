using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station;
using Coulisse.Station.Keys;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Wire.Lines;

namespace Coulisse.Bench.Line;

/// <summary>A station's core over its own file, without sockets: one event, one commit.</summary>
internal sealed class StationInProcess : IDisposable
{
    private readonly StationFolder folder;
    private readonly SqliteStationStore store;
    private readonly StationCore core;
    private readonly string file;

    internal StationInProcess(StationOnDisk station)
    {
        folder = StationFolder.Open(station.Folder);
        var settings = folder.Settings(listen: null, bundles: null);
        file = settings.File;
        store = SqliteStationStore.Open(file);
        core = new(store, settings.Lines.Select(line => line.Terms), settings.Window, new SystemRandom());
        Desk = station.Desks[0].Id;
    }

    internal Opaque Desk { get; }

    internal long Bytes => new[] { "", "-wal" }.Select(beside => new FileInfo(file + beside))
        .Sum(one => one.Exists ? one.Length : 0);

    internal IReadOnlyList<StationEffect> Run(StationEvent happened, Moment now) => core.Run([happened], now);

    /// <summary>How many of its own entries every desk of the other side has read.</summary>
    internal ulong Read(LineId line) =>
        core.StatusOf(line)!.OtherHas.Aggregate(0UL, (sum, one) => sum + one.Processed.Count);

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }
}
