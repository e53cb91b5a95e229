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
/// <param name="Last">The last entry without a gap before it.</param>
/// <param name="Floors">By room, what the entries up to it allow.</param>
/// <param name="Beyond">What was processed after a gap, by what it follows.</param>
internal sealed record Prefix(Side Side, EntryLink Last, WireList<RoomFloor> Floors, WireList<Beyond> Beyond)
    : IWireValue<Prefix>
{
    internal static Prefix StartOf(Side side) => new(side, EntryLink.Start, [], []);

    /// <summary>The most entries that are taken before one that they follow.</summary>
    internal const int BeyondMax = 1_024;

    /// <summary>Whether one more entry may be taken: the next one always.</summary>
    internal bool HasRoomFor(Entry entry) => entry.Follows == Last || Beyond.Count < BeyondMax;

    internal ulong FloorOf(RoomId room) => Floors.FirstOrDefault(floor => floor.Room == room)?.Epoch ?? 0;

    /// <summary>After one more entry was processed, whichever; rooms that are not here leave nothing.</summary>
    internal Prefix With(Entry entry, Opaque hash, Func<RoomId, bool> isHere)
    {
        var floors = FloorsOf(entry.Envelopes.Where(envelope => isHere(envelope.Room)));
        var done = new Beyond(entry.Follows, new(entry.Place, hash), floors);
        var waiting = Beyond.Where(one => one.Link != done.Link).Append(done).ToImmutableArray();
        var (last, all) = (Last, Floors);
        while (waiting.FirstOrDefault(one => one.Follows == last) is { } next)
        {
            (last, all) = (next.Link, WireList.From(Join(all.Concat(next.Floors))));
            waiting = waiting.Remove(next);
        }
        return this with { Last = last, Floors = all, Beyond = WireList.From(waiting) };
    }

    /// <summary>What is up to this entry will not be read here any more.</summary>
    internal Prefix From(EntryLink link) => link.Place > Last.Place ? this with { Last = link, Beyond = [] } : this;

    public static Prefix Read(ref TlsReader reader) => new((Side)reader.ReadUInt16(), EntryLink.Read(ref reader),
        WireList.Read<RoomFloor>(ref reader, 1 << 20, 16_384),
        WireList.Read<Beyond>(ref reader, 1 << 26, BeyondMax + 1));

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Side);
        Last.Write(writer);
        WireList.Write(writer, Floors);
        WireList.Write(writer, Beyond);
    }

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
internal sealed record Beyond(EntryLink Follows, EntryLink Link, WireList<RoomFloor> Floors) : IWireValue<Beyond>
{
    public static Beyond Read(ref TlsReader reader) => new(EntryLink.Read(ref reader), EntryLink.Read(ref reader),
        WireList.Read<RoomFloor>(ref reader, 1 << 20, 16_384));

    public void Write(TlsWriter writer)
    {
        Follows.Write(writer);
        Link.Write(writer);
        WireList.Write(writer, Floors);
    }
}
