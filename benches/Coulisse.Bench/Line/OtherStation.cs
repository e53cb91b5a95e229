using System.Diagnostics;
using Coulisse.Crypto.Secrets;
using Coulisse.Station;
using Coulisse.Station.Carriers.Https;
using Coulisse.Station.Hosting;
using Coulisse.Station.Keys;
using Coulisse.Station.Storage.Sqlite;

namespace Coulisse.Bench.Line;

/// <summary>The other station of a line, in this process: it only calls, and looks whether it is answered.</summary>
internal sealed class OtherStation : IDisposable
{
    private readonly StationFolder folder;
    private readonly StationSettings settings;
    private readonly SqliteStationStore store;
    private readonly StationCore core;
    private readonly long begun = Stopwatch.GetTimestamp();

    internal OtherStation(StationOnDisk station)
    {
        folder = StationFolder.Open(station.Folder);
        settings = folder.Settings(listen: null, bundles: null);
        store = SqliteStationStore.Open(settings.File);
        core = new(store, settings.Lines.Select(line => line.Terms), settings.Window, new SystemRandom());
    }

    private Moment Now => new(Stopwatch.GetElapsedTime(begun), DateTimeOffset.UtcNow);

    /// <summary>Calls until a bundle comes back that is authentic: then the station serves.</summary>
    internal async Task UntilServedAsync(CancellationToken cancel)
    {
        using var caller = new HttpsCaller(settings);
        var line = settings.Lines[0].Terms.Id;
        while (true)
        {
            var bundle = core.Run([new StationEvent.TryNow(line)], Now).OfType<StationEffect.Exchange>().First().Bundle;
            var answer = await caller.CallAsync(line, bundle, TimeSpan.FromSeconds(20), cancel);
            core.Run([new StationEvent.ExchangeEnded(line, answer)], Now);
            if (answer is { Length: > 0 } && core.StatusOf(line) is { Frozen: null })
                return;
            await Task.Delay(2, cancel);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }
}
