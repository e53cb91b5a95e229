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

    internal ulong FloorOf(RoomId room) => Floors.FirstOrDefault(floor => floor.Room == room)?.Epoch ?? 0;

    /// <summary>After one more entry was processed, whichever.</summary>
    internal Prefix With(Entry entry, Opaque hash)
    {
        var done = new Beyond(entry.Follows, new(entry.Place, hash), FloorsOf(entry.Envelopes));
        var waiting = Beyond.Where(one => one.Link != done.Link).Append(done).ToImmutableArray();
        var (last, floors) = (Last, Floors);
        while (waiting.FirstOrDefault(one => one.Follows == last) is { } next)
        {
            (last, floors) = (next.Link, WireList.From(Join(floors.Concat(next.Floors))));
            waiting = waiting.Remove(next);
        }
        return this with { Last = last, Floors = floors, Beyond = WireList.From(waiting) };
    }

    public static Prefix Read(ref TlsReader reader) => new((Side)reader.ReadUInt16(), EntryLink.Read(ref reader),
        WireList.Read<RoomFloor>(ref reader, 1 << 20, 16_384), WireList.Read<Beyond>(ref reader, 1 << 24, 16_384));

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
