using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Lines;

/// <summary>
/// One sealed content on its way, with what stations have to know of it and nothing else: <c>protocol/line.md</c>.
/// </summary>
/// <remarks><code>
/// struct { uint16 kind; uint16 precedence; opaque room&lt;V&gt;; uint64 epoch; opaque bucket&lt;V&gt;;
///          opaque endorsement&lt;V&gt;; } Envelope;</code></remarks>
/// <param name="Kind">What it holds.</param>
/// <param name="Precedence">How fast it is to go.</param>
/// <param name="Room">Of which room; empty for what is of none.</param>
/// <param name="Epoch">The epoch that it was sealed in; 0 for what is of no epoch.</param>
/// <param name="Content">The sealed content, without its padding.</param>
/// <param name="Endorsement">The author's station's signature on a handshake; empty on all else, and on a handshake
/// that its station has not taken yet.</param>
public sealed record Envelope(EnvelopeKind Kind, Precedence Precedence, RoomId Room, ulong Epoch, Opaque Content,
    Opaque Endorsement) : IWireValue<Envelope>
{
    internal const int OverheadBytesMax = 2 + 2 + 1 + RoomId.BytesMax + 8 + 4 + 2 + Lines.Endorsement.Bytes;

    /// <summary>Whether the fields fit each other.</summary>
    public bool IsWellFormed =>
        Enum.IsDefined(Kind) && Enum.IsDefined(Precedence)
        && Content.Length is > 0 and <= Bucket.ContentBytesMax
        && (Kind == EnvelopeKind.Credence ? Room.Value.Length == 0 : Room.IsWellFormed)
        && (Epoch == 0 || Kind is not (EnvelopeKind.Credence or EnvelopeKind.KeyPackages))
        && (Endorsement.Length == 0 || (Kind.IsEndorsed() && Endorsement.Length == Lines.Endorsement.Bytes));

    /// <summary>Its length on the wire, in bytes.</summary>
    public int Bytes => Bucket.For(Content.Length) + OverheadBytesMax;

    /// <inheritdoc/>
    public static Envelope Read(ref TlsReader reader)
    {
        var envelope = new Envelope(
            Kind: WireFields.ReadKnown<EnvelopeKind>(ref reader, reader.ReadUInt16(), "An envelope"),
            Precedence: WireFields.ReadKnown<Precedence>(ref reader, reader.ReadUInt16(), "A precedence"),
            Room: new(reader.ReadOpaque(RoomId.BytesMax)),
            Epoch: reader.ReadUInt64(),
            Content: Bucket.Read(ref reader),
            Endorsement: reader.ReadOpaque(Lines.Endorsement.Bytes));
        return envelope.IsWellFormed ? envelope
            : throw reader.Refuse(DecodeCode.BadContent, "An envelope's fields do not fit each other.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Kind);
        writer.WriteUInt16((ushort)Precedence);
        writer.WriteVector(Room.Value);
        writer.WriteUInt64(Epoch);
        Bucket.Write(writer, Content);
        writer.WriteVector(Endorsement);
    }
}
