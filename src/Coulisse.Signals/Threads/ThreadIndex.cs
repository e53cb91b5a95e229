using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Threads;

/// <summary>The order of one thread, in memory: which comment stands where, below what. Immutable; words are read page by page.</summary>
/// <remarks>
/// 29 bytes a comment. It is a function of the set of comments that have a place, and that set only grows; so the thread's
/// count says whether an index is still true, and a later one is made from an earlier one by inserting what came since.
/// A position counts from 0, a page from 1.
/// </remarks>
public sealed class ThreadIndex
{
    public const int PageSize = 50;

    private readonly long[] _ids;
    private readonly int[] _numbers;
    private readonly int[] _parents;     // position of the comment above, -1 on the first level
    private readonly byte[] _depths;     // from 1
    private readonly long[] _sortedIds;
    private readonly int[] _positions;   // of each of the sorted ids

    private ThreadIndex(long[] ids, int[] numbers, byte[] depths)
    {
        (_ids, _numbers, _depths) = (ids, numbers, depths);
        _parents = ParentsOf(depths);
        _sortedIds = [.. ids];
        _positions = [.. Enumerable.Range(0, ids.Length)];
        Array.Sort(_sortedIds, _positions);
    }

    public static ThreadIndex Empty { get; } = new([], [], []);

    /// <summary>The comments that have a number: the count beside the title and over the thread.</summary>
    public int Count => _ids.Length;

    /// <summary>At least 1: an empty thread has one empty page.</summary>
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public CommentId At(int position) => new(_ids[position]);

    public int NumberAt(int position) => _numbers[position];

    /// <summary>From 1 for the first level to <see cref="Placement.DepthMax"/>.</summary>
    public int DepthAt(int position) => _depths[position];

    /// <summary>Where a comment stands; null for one that has no place in this thread.</summary>
    public int? PositionOf(CommentId id)
    {
        var at = Array.BinarySearch(_sortedIds, id.Value);
        return at < 0 ? null : _positions[at];
    }

    public static int PageOf(int position) => position / PageSize + 1;

    /// <summary>The comments above this one, from the first level down; empty on the first level.</summary>
    public IReadOnlyList<int> Above(int position)
    {
        var above = new List<int>();
        for (var at = _parents[position]; at >= 0; at = _parents[at])
            above.Add(at);
        above.Reverse();
        return above;
    }

    /// <summary>The numbers from the first level down to this comment: "2.1" is the first answer to the second comment.</summary>
    public string PathAt(int position) => string.Join('.', Above(position).Append(position).Select(NumberAt));

    /// <summary>Reads the order of a whole thread.</summary>
    public static ThreadIndex Read(SqliteConnection connection, ItemId item)
    {
        var (ids, numbers, depths) = (new List<long>(), new List<int>(), new List<byte>());
        foreach (var (id, place) in connection.All(
            "SELECT id, place FROM comment WHERE item = $item AND place IS NOT NULL ORDER BY place", Placed, ("item", item.Value)))
        {
            ids.Add(id);
            numbers.Add(Placement.NumberOf(place));
            depths.Add((byte)Placement.DepthOf(place));
        }
        return new([.. ids], [.. numbers], [.. depths]);
    }

    /// <summary>This index with the comments that got their place since it was made.</summary>
    public ThreadIndex ReadOn(SqliteConnection connection, ItemId item)
    {
        var (ids, numbers, depths) = (_ids.ToList(), _numbers.ToList(), _depths.ToList());
        foreach (var (id, place) in connection.All(
            "SELECT id, place FROM comment WHERE item = $item AND placing > $count ORDER BY placing", Placed,
            ("item", item.Value), ("count", Count)))
        {
            // A comment that gets its place is the last of its level: it stands after everything below its parent.
            var at = EndBelow(numbers, depths, place);
            ids.Insert(at, id);
            numbers.Insert(at, Placement.NumberOf(place));
            depths.Insert(at, (byte)Placement.DepthOf(place));
        }
        return new([.. ids], [.. numbers], [.. depths]);
    }

    private static (long Id, byte[] Place) Placed(SqliteDataReader row) => (row.GetInt64(0), row.GetFieldValue<byte[]>(1));

    private static int EndBelow(List<int> numbers, List<byte> depths, byte[] place)
    {
        var depth = Placement.DepthOf(place);
        var at = 0;
        for (var level = 1; level < depth; level++)
        {
            var number = Placement.NumberOf(place.AsSpan(0, level * Placement.LevelBytes));
            while (depths[at] != level || numbers[at] != number)
                at++;
            at++;
        }
        while (at < depths.Count && depths[at] >= depth)
            at++;
        return at;
    }

    private static int[] ParentsOf(byte[] depths)
    {
        var parents = new int[depths.Length];
        var path = new int[Placement.DepthMax + 1];
        for (var position = 0; position < depths.Length; position++)
        {
            var depth = depths[position];
            parents[position] = depth == 1 ? -1 : path[depth - 1];
            path[depth] = position;
        }
        return parents;
    }
}
