using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Members;

/// <summary>An intent: admit this accredited desk to the room. It changes nothing by itself.</summary>
/// <remarks><code>
/// struct { uint16 kind; Sealed accreditation; opaque reason&lt;V&gt;; } Intent;   // kind 1</code></remarks>
/// <param name="Whom">The desk, by what its party's seal says of it.</param>
/// <param name="Reason">Why, for the other side's people; UTF-8, at most 1,024 bytes, and may be empty.</param>
internal sealed record Admission(Sealed<Accreditation> Whom, string Reason) : IWireValue<Admission>
{
    internal const int ReasonBytesMax = 1_024;

    private const ushort Kind = 1;

    public static Admission Read(ref TlsReader reader) => reader.ReadUInt16() == Kind
        ? new(SealedValue.Read<Accreditation>(ref reader), RoomCharter.ReadText(ref reader, ReasonBytesMax))
        : throw reader.Refuse(DecodeCode.UnknownValue, "An intent of a kind that this version does not know.");

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Kind);
        Whom.Write(writer);
        writer.WriteVector(Encoding.UTF8.GetBytes(Reason));
    }
}
