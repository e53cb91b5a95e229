using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Threads;

/// <summary>Keeps the index of each thread that was read lately, and brings it up to date when it is asked for.</summary>
public sealed class ThreadIndexes
{
    /// <summary>Indexes kept; the one that was not asked for longest goes.</summary>
    public const int KeptMax = 64;

    private const int InsertionsMax = 200; // beyond that many new comments, reading the whole order is quicker

    private readonly Lock _lock = new();
    private readonly Dictionary<ItemId, (ThreadIndex Index, long AskedAt)> _kept = [];
    private long _asked;

    /// <summary>How many comments of an item have a number.</summary>
    public static int CountOf(SqliteConnection connection, ItemId item) =>
        (int)connection.Number("SELECT placed FROM thread WHERE item = $item", ("item", item.Value));

    /// <summary>The index as it is at the moment this connection reads.</summary>
    public ThreadIndex Of(SqliteConnection connection, ItemId item)
    {
        var count = CountOf(connection, item);
        var kept = Kept(item);
        if (kept.Count == count)
            return kept;
        var current = kept.Count > 0 && kept.Count < count && count - kept.Count <= InsertionsMax
            ? kept.ReadOn(connection, item)
            : ThreadIndex.Read(connection, item);
        Keep(item, current);
        return current;
    }

    private ThreadIndex Kept(ItemId item)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue(item, out var kept))
                return ThreadIndex.Empty;
            _kept[item] = (kept.Index, ++_asked);
            return kept.Index;
        }
    }

    private void Keep(ItemId item, ThreadIndex index)
    {
        lock (_lock)
        {
            // A reader that began earlier may come later: the longer index is the later one.
            if (_kept.TryGetValue(item, out var kept) && kept.Index.Count >= index.Count)
                return;
            _kept[item] = (index, ++_asked);
            if (_kept.Count > KeptMax)
                _kept.Remove(_kept.MinBy(entry => entry.Value.AskedAt).Key);
        }
    }
}
