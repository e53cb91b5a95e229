using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What passes before a room has a group: one desk asks another for a key package, and the other gives one or declines.
/// Stations can read it; it names desks that both stations know from the letters, and no purpose.
/// </summary>
/// <remarks><code>
/// struct { uint16 kind; opaque from[16]; opaque to[16]; opaque body&lt;V&gt;; RoomPredecessor follows&lt;V&gt;; }
/// Offer;</code></remarks>
/// <param name="Kind">What.</param>
/// <param name="From">The identifier of the desk that says it.</param>
/// <param name="To">The identifier of the desk that is meant.</param>
/// <param name="Body">By kind: nothing, a KeyPackage, a <see cref="Decline"/>, an epoch, nothing.</param>
/// <param name="Follows">Of an invitation and the key package that answers it: the room whose place it is to take, if
/// it is, with what that side claims of it and no reason; else empty.</param>
internal sealed record Offer(OfferKind Kind, Opaque From, Opaque To, Opaque Body, WireList<RoomPredecessor> Follows)
    : IWireValue<Offer>
{
    private const int BodyBytesMax = 64 * 1024;

    public static Offer Read(ref TlsReader reader)
    {
        var offer = new Offer((OfferKind)reader.ReadUInt16(), Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)),
            Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)), reader.ReadOpaque(BodyBytesMax),
            WireList.Read<RoomPredecessor>(ref reader, RoomPredecessor.BytesMax, 1));
        return Enum.IsDefined(offer.Kind) ? offer
            : throw reader.Refuse(DecodeCode.UnknownValue, "An offer of a kind that this version does not know.");
    }

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Kind);
        writer.WriteFixed(From.Span);
        writer.WriteFixed(To.Span);
        writer.WriteVector(Body);
        WireList.Write(writer, Follows);
    }
}

/// <summary>What an offer says.</summary>
internal enum OfferKind : ushort
{
    /// <summary>Please give a key package.</summary>
    Invitation = 1,

    /// <summary>Here it is.</summary>
    KeyPackage = 2,

    /// <summary>No, signed by the desk: a refusal is never anybody else's word.</summary>
    Declined = 3,

    /// <summary>Please give a key package for a room that is there; the body is its epoch, a uint64.</summary>
    Admission = 4,

    /// <summary>It is not needed any more.</summary>
    Withdrawn = 5,
}
