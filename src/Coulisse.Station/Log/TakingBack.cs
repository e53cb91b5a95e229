using Coulisse.Crypto.Codec;
using Coulisse.Station.Intake;
using Coulisse.Station.Rooms;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>
/// Writes back, byte for byte and at their old places, the entries of the own log that the file has lost: from the last
/// one that is here each has to follow the one before by its hash. What the other station has stored and every own desk
/// has read is passed over: its body is nowhere any more, and nobody needs it.
/// </summary>
internal sealed class TakingBack(IStationStore store, LogTerms terms, OwnLog own, DeskRoll desks, RoomLedger rooms,
    TheirWord theirs, ulong bytesMax)
{
    /// <summary>The newest that the other station said to this life; null before.</summary>
    internal Standing? Heard { get; set; }

    /// <summary>Rises with each entry.</summary>
    internal ulong Changes { get; private set; }

    /// <summary>Takes an entry, if it is the next one. A freeze if another one is here in its place.</summary>
    internal Freeze? Take(Entry entry, Opaque bytes)
    {
        var link = new EntryLink(entry.Place, Entry.HashOf(bytes));
        if (store.Entry(terms.Id, terms.Own, entry.Place) is { } kept)
            return kept.Link.Hash == link.Hash ? null
                : new(FreezeReason.TwoOwnHistories, entry.Place, kept.Link.Hash, bytes);
        if (own.Held.Bytes + (ulong)bytes.Length > bytesMax || !Continues(entry)
            || !entry.Envelopes.All(terms.Endorsed))
            return null; // it is given again once those before it are here
        own.PutBack(link, entry.Follows, bytes, Rank.Of(entry.Envelopes));
        foreach (var envelope in entry.Envelopes)
            rooms.CameBack(envelope);
        Changes++;
        return null;
    }

    /// <summary>Passes over what nobody needs, as far as any of these leads. A freeze if two of them are of one place
    /// and not the same.</summary>
    internal Freeze? PassOver(IReadOnlyCollection<EntryLink> links)
    {
        foreach (var group in links.Where(link => link.Place != EntryPlace.None).GroupBy(link => link.Place)
            .OrderBy(group => group.Key))
        {
            var link = group.First();
            if (group.FirstOrDefault(other => other.Hash != link.Hash) is { } other)
                return new(FreezeReason.TwoOwnHistories, link.Place, link.Hash, WireValue.Encode(other));
            if (IsReadByAllTo(link))
                PassTo(link);
        }
        return null;
    }

    // A later incarnation may follow what is before the last entry here: then what is after that was given up.
    private bool Continues(Entry entry)
    {
        if (entry.Follows == own.Head)
            return true;
        if (entry.Place.Incarnation > own.Head.Place.Incarnation && (entry.Follows.Place == EntryPlace.None
            || store.Entry(terms.Id, terms.Own, entry.Follows.Place)?.Link == entry.Follows))
            return true;
        if (!IsReadByAllTo(entry.Follows))
            return false;
        PassTo(entry.Follows);
        return true;
    }

    private bool IsReadByAllTo(EntryLink link)
    {
        var head = own.Head.Place;
        if (Heard is null || link.Place <= head || link.Place.Sequence <= head.Sequence)
            return false;
        var read = theirs.Has.Where(one => one.Incarnation >= head.Incarnation
                && one.Incarnation <= link.Place.Incarnation)
            .Select(one => one.Stored.Intersect(desks.ProcessedByAll(terms.Own, one.Incarnation)))
            .Aggregate(SequenceSet.Empty, (all, one) => all.Union(one));
        return !read.MissingBetween(head.Sequence + 1, link.Place.Sequence).Any();
    }

    private void PassTo(EntryLink link)
    {
        own.PassTo(link, Heard!.Memory.Held);
        Changes++;
    }
}
