using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Inbox;

/// <summary>
/// How far one log was processed without a gap, and what follows from it: the lowest epoch of each room that its side
/// can still be heard in. Rule 7: keys of earlier epochs are erased then, and no clock is asked.
/// </summary>
/// <param name="Side">Whose log.</param>
/// <param name="Last">The last entry without a gap before it, so far as this desk will read what is in one.</param>
/// <param name="Floors">By room, what the entries up to it allow.</param>
/// <param name="Beyond">What was processed after a gap, by what it follows.</param>
internal sealed record Prefix(Side Side, EntryPlace Last, WireList<RoomFloor> Floors, WireList<Beyond> Beyond)
    : IWireValue<Prefix>
{
    private const ushort Version = 3; // what had none began with its side

    internal static Prefix StartOf(Side side) => new(side, EntryPlace.None, [], []);

    /// <summary>The most entries that are taken before one that they follow.</summary>
    internal const int BeyondMax = 1_024;

    /// <summary>Whether all of the log before an entry was processed, and the entry was not: the next one, or the
    /// first of a new incarnation, wherever that left the old one.</summary>
    internal bool IsNext(Entry entry) => IsNext(entry.Follows.Place, entry.Place);

    /// <summary>Whether one more entry may be taken: one that leaves nothing here always.</summary>
    internal bool HasRoomFor(Entry entry) =>
        IsNext(entry) || entry.Place <= Last || Beyond.Count < BeyondMax;

    /// <summary>By room, what all entries that were processed allow, those after a gap too.</summary>
    internal WireList<RoomFloor> AllFloors => WireList.From(Join(Floors.Concat(Beyond.SelectMany(one => one.Floors)))
        .Take(Wire.Desks.LineNews.RoomsMax));

    internal ulong FloorOf(RoomId room) => Floors.FirstOrDefault(floor => floor.Room == room)?.Epoch ?? 0;

    /// <summary>After one more entry was processed, whichever; rooms that are not here leave nothing, and what is
    /// behind the last one leaves nothing either.</summary>
    internal Prefix With(Entry entry, Func<RoomId, bool> isHere)
    {
        var floors = FloorsOf(entry.Envelopes.Where(envelope => isHere(envelope.Room)));
        var done = new Beyond(entry.Follows.Place, entry.Place, floors);
        var others = Beyond.Where(one => one.Place != done.Place);
        return (this with { Beyond = WireList.From(others.Append(done)) }).Advanced();
    }

    /// <summary>What is up to this entry was for another state of this desk: if any of it is read after all, nothing
    /// waits for it. What was read beyond it stays.</summary>
    internal Prefix From(EntryPlace place) => place > Last ? (this with { Last = place }).Advanced() : this;

    public static Prefix Read(ref TlsReader reader) => reader.ReadUInt16() == Version
        ? new((Side)reader.ReadUInt16(), EntryPlace.Read(ref reader),
            WireList.Read<RoomFloor>(ref reader, 1 << 20, 16_384),
            WireList.Read<Beyond>(ref reader, 1 << 26, BeyondMax + 1))
        : throw reader.Refuse(DecodeCode.UnknownValue, "The vault was written by another version.");

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Version);
        writer.WriteUInt16((ushort)Side);
        Last.Write(writer);
        WireList.Write(writer, Floors);
        WireList.Write(writer, Beyond);
    }

    private Prefix Advanced()
    {
        var waiting = Beyond.Where(one => one.Place > Last).ToImmutableArray();
        var last = this with { Beyond = [] };
        while (waiting.FirstOrDefault(one => last.IsNext(one.Follows, one.Place)) is { } next)
        {
            last = last with { Last = next.Place, Floors = WireList.From(Join(last.Floors.Concat(next.Floors))) };
            waiting = waiting.RemoveAll(one => one.Place <= next.Place);
        }
        return last with { Beyond = WireList.From(waiting) };
    }

    // Within an incarnation an entry follows the one by the number before.
    private bool IsNext(EntryPlace follows, EntryPlace place) => place > Last && follows <= Last;

    // What a station refuses from its own desks is what its log can no longer hold.
    private static WireList<RoomFloor> FloorsOf(IEnumerable<Envelope> envelopes) => WireList.From(Join(envelopes
        .Where(envelope => envelope.Kind is not (EnvelopeKind.Credence or EnvelopeKind.KeyPackages)
            && envelope.Epoch < ulong.MaxValue)
        .Select(envelope => new RoomFloor(envelope.Room,
            envelope.Kind == EnvelopeKind.Commit ? envelope.Epoch + 1 : envelope.Epoch))));

    private static IEnumerable<RoomFloor> Join(IEnumerable<RoomFloor> floors) => floors.GroupBy(floor => floor.Room)
        .Select(group => new RoomFloor(group.Key, group.Max(floor => floor.Epoch)))
        .OrderBy(floor => floor.Room.ToString(), StringComparer.Ordinal);
}

/// <summary>An entry that was processed before one that it follows.</summary>
internal sealed record Beyond(EntryPlace Follows, EntryPlace Place, WireList<RoomFloor> Floors) : IWireValue<Beyond>
{
    public static Beyond Read(ref TlsReader reader) => new(EntryPlace.Read(ref reader), EntryPlace.Read(ref reader),
        WireList.Read<RoomFloor>(ref reader, 1 << 20, 16_384));

    public void Write(TlsWriter writer)
    {
        Follows.Write(writer);
        Place.Write(writer);
        WireList.Write(writer, Floors);
    }
}
