using Coulisse.Crypto.Codec;
using Coulisse.Station.Log;
using Coulisse.Station.Storage;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Dispatch;

/// <summary>
/// Chooses what leaves next: what all else waits for, then what is urgent, then the rest in order; nothing that the
/// other station has or that is on its way.
/// </summary>
internal sealed class BundleMaker(Line line)
{
    internal Outstanding Outstanding { get; } = new();

    /// <summary>Whether there is an entry that was not sent, or whose time has run out.</summary>
    internal bool HasEntries => Leading().Concat(InOrder()).Any();

    /// <summary>Whether a message of IMMEDIATE precedence or above is among them.</summary>
    internal bool HasUrgent => line.Own.Leading.Any(one => one.Rank.IsUrgent() && IsWaiting(one.Place));

    /// <summary>A bundle as large as the carrier's pace allows. With something urgent goes what all else waits for, and
    /// little of the rest: it is not to wait for that, nor to be broken off for what comes next.</summary>
    internal MadeBundle Make(LineKey key, Pace pace, TimeSpan now)
    {
        var hasUrgent = HasUrgent;
        var bundle = new BundleWriter(key, line.Standing(), pace.BytesMax);
        var sent = new HashSet<EntryPlace>();
        if (Add(Leading(), bundle, sent))
            Add(InOrder().Where(place => !sent.Contains(place))
                .TakeWhile(_ => !hasUrgent || bundle.Bytes < Pace.LeastBytes), bundle, sent);
        GiveBack(bundle);
        if (sent.Count > 0)
            Outstanding.Sent(sent, now, pace.Expected(bundle.Bytes));
        return new(bundle.Finish(), sent.Count, hasUrgent);
    }

    // What the other station wrote and, being restored, has not got: from its heads on, as far as there is room.
    private void GiveBack(BundleWriter bundle)
    {
        if (line.TheirStanding is not { Memory.IsRestoring: true } theirs)
            return;
        foreach (var progress in line.Other.Progress)
        {
            var head = theirs.Heads.FirstOrDefault(one => one.Place.Incarnation == progress.Incarnation);
            foreach (var sequence in progress.Stored.Ranges.SelectMany(Numbers)
                .Where(sequence => sequence > (head?.Place.Sequence ?? 0)))
            {
                if (line.Entries.Of(line.Side.Other(), new(progress.Incarnation, sequence)) is { } entry
                    && !bundle.TryAdd(entry.Body, entry.Link.Hash))
                    return;
            }
        }
    }

    // False once one does not fit any more.
    private bool Add(IEnumerable<EntryPlace> places, BundleWriter bundle, HashSet<EntryPlace> sent)
    {
        foreach (var place in places)
        {
            if (line.Entries.Of(line.Side, place) is not { } entry)
                continue;
            if (!bundle.TryAdd(entry.Body, entry.Link.Hash))
                return false;
            sent.Add(place);
        }
        return true;
    }

    private IEnumerable<EntryPlace> Leading() => line.Own.Leading.Select(one => one.Place).Where(IsWaiting);

    private IEnumerable<EntryPlace> InOrder() =>
        from span in line.Own.Heads.Spans()
        let incarnation = span.Head.Place.Incarnation
        from range in line.OtherHas.StoredOf(incarnation).MissingBetween(span.First, span.Head.Place.Sequence)
        from sequence in Numbers(range)
        let place = new EntryPlace(incarnation, sequence)
        where !Outstanding.Contains(place) && !line.Entries.IsDamaged(line.Side, place)
        select place;

    private bool IsWaiting(EntryPlace place) =>
        !line.OtherHas.StoredOf(place.Incarnation).Contains(place.Sequence) && !Outstanding.Contains(place)
        && !line.Entries.IsDamaged(line.Side, place);

    private static IEnumerable<ulong> Numbers(SequenceRange range)
    {
        for (var number = range.First; number <= range.Last; number++)
            yield return number;
    }
}

/// <summary>A bundle that leaves.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="Entries">How many entries of the own log are in it.</param>
/// <param name="HasUrgent">Whether a message of IMMEDIATE precedence or above is among them.</param>
internal readonly record struct MadeBundle(Opaque Bytes, int Entries, bool HasUrgent);
