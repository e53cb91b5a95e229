using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Outbox;

/// <summary>What is to be submitted, before it is sealed: it is sealed when its turn comes, for the epoch of
/// then.</summary>
/// <param name="Kind">What.</param>
/// <param name="Room">Of which room.</param>
/// <param name="Precedence">How fast.</param>
/// <param name="Body">By kind: an encoded Offer, RoomMessage or ChainPiece, the key package to add, or
/// nothing.</param>
/// <param name="Order">Of a text of one's own: its place in the transcript; else 0.</param>
internal sealed record OutboxItem(OutboxKind Kind, RoomId Room, Precedence Precedence, Opaque Body, ulong Order)
    : IWireValue<OutboxItem>
{
    private const int SealedWithin = 2_048; // what sealing adds, and then some

    /// <summary>No less than what it takes of a submission, in bytes.</summary>
    internal int BytesMax => Bucket.For(Math.Min(Body.Length + SealedWithin, Bucket.ContentBytesMax)) + SealedWithin;

    /// <summary>Whether it may follow another one in the same submission: what is said in one room leaves together, so
    /// far as it is equally urgent, and so do a seal's words. A commit or an offer leaves alone.</summary>
    internal bool LeavesWith(OutboxItem before) => Kind == before.Kind
        && Kind is OutboxKind.Message or OutboxKind.Credence
        && (Room, Precedence) == (before.Room, before.Precedence);

    public static OutboxItem Read(ref TlsReader reader) => new((OutboxKind)reader.ReadUInt16(),
        new(reader.ReadOpaque(RoomId.BytesMax)), (Precedence)reader.ReadUInt16(),
        reader.ReadOpaque(Bucket.ContentBytesMax), reader.ReadUInt64());

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Kind);
        writer.WriteVector(Room.Value);
        writer.WriteUInt16((ushort)Precedence);
        writer.WriteVector(Body);
        writer.WriteUInt64(Order);
    }
}

/// <summary>What waits in an outbox.</summary>
internal enum OutboxKind : ushort
{
    /// <summary>Asks for a key package, or gives one.</summary>
    Offer = 1,

    /// <summary>The first commit, which adds the other side's desk.</summary>
    Opening = 2,

    /// <summary>The other side's first commit, an act of a person.</summary>
    Consent = 3,

    /// <summary>A commit for fresh keys.</summary>
    Rotation = 4,

    /// <summary>A message.</summary>
    Message = 5,

    /// <summary>A word of the own party's seal: an order about a leaf, a recall, an entry of its chain. Of no
    /// room.</summary>
    Credence = 6,

    /// <summary>This desk leaves the room: its own proposal, and if the turn is ours the commit before it.</summary>
    Leave = 7,
}
