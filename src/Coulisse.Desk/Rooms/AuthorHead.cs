using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>The last message of an author up to which none is missing, and those that overtook one.</summary>
/// <param name="Desk">Whose.</param>
/// <param name="Number">The author's number of that message; 0: none yet.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Ahead">Those that overtook one.</param>
/// <param name="Told">How far a message of this desk has named it.</param>
/// <param name="Claim">How far somebody else has, if that was further than what was here.</param>
internal sealed record AuthorHead(
    Opaque Desk, ulong Number, Opaque Hash, WireList<AuthorAhead> Ahead, ulong Told, SeenClaim Claim)
    : IWireValue<AuthorHead>
{
    internal static AuthorHead Start(Opaque desk) =>
        new(desk, 0, Opaque.Zeros(RoomMessage.HashBytes), [], 0, SeenClaim.None);

    /// <summary>Of one whose earlier messages were not for this desk.</summary>
    internal static AuthorHead Before(Opaque desk, RoomMessage message) =>
        new(desk, message.Number - 1, message.Previous, [], 0, SeenClaim.None);

    /// <summary>The numbers that one state of a desk uses are of one block: a desk that was put back to an old copy
    /// goes on in a later one.</summary>
    internal const int BlockBits = 32;

    /// <summary>Of one who goes on with other numbers: no message of the block was read.</summary>
    internal static AuthorHead Anew(Opaque desk, RoomMessage message) =>
        Start(desk) with { Number = BlockOf(message.Number) << BlockBits };

    /// <summary>Whether a message is of a later state of its author's desk.</summary>
    internal bool IsBefore(RoomMessage message) => BlockOf(message.Number) > Number >> BlockBits;

    private static ulong BlockOf(ulong number) => (Math.Max(number, 1) - 1) >> BlockBits;

    /// <summary>The most messages of one author that are taken before one that they follow.</summary>
    internal const int AheadMax = 1_024;

    internal bool Has(ulong number) => number <= Number || Ahead.Any(one => one.Number == number);

    /// <summary>How many before this one are still on their way.</summary>
    internal uint MissingBefore(ulong number) => (uint)Math.Min(uint.MaxValue, Missing(number - 1));

    /// <summary>How many up to this one, which is beyond the head, are not here.</summary>
    internal ulong Missing(ulong number) => BlockOf(number) > Number >> BlockBits
        ? number - (BlockOf(number) << BlockBits) : number - Number - (ulong)Ahead.Count(one => one.Number <= number);

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
            head = head with
            {
                Number = next.Number,
                Hash = next.Hash,
                Ahead = WireList.From(head.Ahead.Skip(1)),
            };
        }
        return head;
    }

    public static AuthorHead Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(16)),
        reader.ReadUInt64(), Opaque.CopyOf(reader.ReadFixed(32)),
        WireList.Read<AuthorAhead>(ref reader, 1 << 20, AheadMax + 1), reader.ReadUInt64(),
        SeenClaim.Read(ref reader));

    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Number);
        writer.WriteFixed(Hash.Span);
        WireList.Write(writer, Ahead);
        writer.WriteUInt64(Told);
        Claim.Write(writer);
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

/// <summary>Somebody says that they have read an author further than this desk could.</summary>
/// <param name="By">Whose message says so.</param>
/// <param name="Number">How far; 0: nobody says anything of the kind.</param>
/// <param name="Since">When it was read here, by this desk's clock; Unix time in milliseconds.</param>
internal sealed record SeenClaim(Opaque By, ulong Number, ulong Since) : IWireValue<SeenClaim>
{
    internal static SeenClaim None { get; } = new(Opaque.Zeros(Subject.IdBytes), 0, 0);

    public static SeenClaim Read(ref TlsReader reader) =>
        new(Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)), reader.ReadUInt64(), reader.ReadUInt64());

    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(By.Span);
        writer.WriteUInt64(Number);
        writer.WriteUInt64(Since);
    }
}
