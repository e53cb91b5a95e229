using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>The last message of an author up to which none is missing, and those that overtook one.</summary>
internal sealed record AuthorHead(Opaque Desk, ulong Number, Opaque Hash, WireList<AuthorAhead> Ahead)
    : IWireValue<AuthorHead>
{
    internal static AuthorHead Start(Opaque desk) => new(desk, 0, Opaque.Zeros(RoomMessage.HashBytes), []);

    /// <summary>Of one whose earlier messages were not for this desk.</summary>
    internal static AuthorHead Before(Opaque desk, RoomMessage message) =>
        new(desk, message.Number - 1, message.Previous, []);

    /// <summary>The most messages of one author that are taken before one that they follow.</summary>
    internal const int AheadMax = 1_024;

    internal bool Has(ulong number) => number <= Number || Ahead.Any(one => one.Number == number);

    /// <summary>How many before this one are still on their way.</summary>
    internal uint MissingBefore(ulong number) =>
        (uint)Math.Min(uint.MaxValue, number - 1 - Number - (ulong)Ahead.Count(one => one.Number < number));

    /// <summary>With one message more; null if the author's messages do not follow each other.</summary>
    internal AuthorHead? With(RoomMessage message)
    {
        if (Ahead.Count >= AheadMax && message.Number != Number + 1)
            return null;
        var ahead = Ahead.Append(new(message.Number, message.Previous, message.Hash())).OrderBy(one => one.Number);
        var head = this with { Ahead = WireList.From(ahead) };
        while (head.Ahead is [var next, ..] && next.Number == head.Number + 1)
        {
            if (next.Previous != head.Hash)
                return null;
            head = new(Desk, next.Number, next.Hash, WireList.From(head.Ahead.Skip(1)));
        }
        return head;
    }

    public static AuthorHead Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(16)),
        reader.ReadUInt64(), Opaque.CopyOf(reader.ReadFixed(32)),
        WireList.Read<AuthorAhead>(ref reader, 1 << 20, AheadMax + 1));

    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Number);
        writer.WriteFixed(Hash.Span);
        WireList.Write(writer, Ahead);
    }
}

/// <summary>A message that was read before one of the same author's that it follows.</summary>
internal sealed record AuthorAhead(ulong Number, Opaque Previous, Opaque Hash) : IWireValue<AuthorAhead>
{
    public static AuthorAhead Read(ref TlsReader reader) => new(reader.ReadUInt64(),
        Opaque.CopyOf(reader.ReadFixed(RoomMessage.HashBytes)), Opaque.CopyOf(reader.ReadFixed(RoomMessage.HashBytes)));

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteFixed(Previous.Span);
        writer.WriteFixed(Hash.Span);
    }
}
