using Coulisse.Station.Storage;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>Entries as they were written. One whose bytes are others by now is given to nobody, or a fault of this disk
/// would look like a second history.</summary>
internal sealed class WholeEntries(IStationStore store, LineId line)
{
    private readonly HashSet<(Side, EntryPlace)> damaged = [];

    /// <summary>How many were found to be others.</summary>
    internal ulong Damaged => (ulong)damaged.Count;

    /// <summary>The entry; null if its body is not here any more, or is another.</summary>
    internal KeptEntry? Of(Side side, EntryPlace place)
    {
        if (store.Entry(line, side, place) is not { Body.Length: > 0 } entry)
            return null;
        if (Entry.HashOf(entry.Body) == entry.Link.Hash)
            return entry;
        damaged.Add((side, place));
        return null;
    }

    internal bool IsDamaged(Side side, EntryPlace place) => damaged.Contains((side, place));
}
