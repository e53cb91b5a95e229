using System.Collections.Concurrent;
using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Site;

/// <summary>Says when what the public sees has changed, so that a kept page is served exactly as long as it is true.</summary>
/// <remarks>
/// Our own writers call <see cref="Announce"/> after their commit and before they answer. Another process that writes the same
/// file (an import while the page runs) is noticed through SQLite's data_version, looked at no more than five times a second,
/// and told from our own writes by the count that such processes keep in the file.
/// </remarks>
public sealed class Changes : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<ItemId, long> _items = new();
    private readonly TimeProvider _time;
    private readonly SqliteConnection _watcher;
    private readonly Lock _looking = new();
    private long _everything;
    private long _foreign;
    private long _lookedAt;
    private long _dataVersion;
    private long _outsideWrites;

    public Changes(Database database, TimeProvider time)
    {
        _time = time;
        _watcher = database.Connect();
        _dataVersion = _watcher.Number("PRAGMA data_version");
        _outsideWrites = _watcher.Number(Database.OutsideWrites);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>A number that differs whenever anything on the page may differ: for lists, feeds, the log.</summary>
    public long OfPage()
    {
        Look();
        return Interlocked.Read(ref _everything);
    }

    /// <summary>A number that differs whenever this item, its editions or its thread may differ.</summary>
    public (long Page, long Item) OfItem(ItemId item)
    {
        Look();
        return (Interlocked.Read(ref _foreign), _items.GetValueOrDefault(item));
    }

    /// <summary>Something about this item is different from now on.</summary>
    public void Announce(ItemId item)
    {
        _items.AddOrUpdate(item, 1, static (_, before) => before + 1);
        Interlocked.Increment(ref _everything);
    }

    /// <summary>Everything may be different: settings, names, an import by another process.</summary>
    public void AnnounceAll()
    {
        Interlocked.Increment(ref _foreign);
        Interlocked.Increment(ref _everything);
    }

    public void Dispose() => _watcher.Dispose();

    private void Look()
    {
        if (_time.GetElapsedTime(Interlocked.Read(ref _lookedAt)) < LookEvery)
            return;
        lock (_looking)
        {
            if (_time.GetElapsedTime(_lookedAt) < LookEvery)
                return;
            Interlocked.Exchange(ref _lookedAt, _time.GetTimestamp());
            var version = _watcher.Number("PRAGMA data_version");
            if (version == _dataVersion)
                return;
            _dataVersion = version;
            var outside = _watcher.Number(Database.OutsideWrites);
            if (outside == _outsideWrites)
                return;
            _outsideWrites = outside;
            AnnounceAll();
        }
    }
}
