using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk.Members;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// A desk's word that it will not enter a room, signed by the key that its party's seal accredited. Nobody else can say
/// it: a fault, or a station, must never pass for a refusal.
/// </summary>
/// <remarks><code>
/// struct { Sealed accreditation; opaque signature[64]; } Decline;
/// struct { opaque room&lt;V&gt;; opaque to[16]; opaque accreditation[32]; }      // signed; hash of the entry
/// </code></remarks>
internal sealed record Decline(Sealed<Accreditation> Accreditation, Opaque Signature) : IWireValue<Decline>
{
    private static readonly SignatureLabel Label = SignatureLabel.For("RoomDeclined");

    internal static Decline Sign(DeskIdentity identity, RoomId room, Opaque to) => new(identity.Accreditation,
        identity.Key.SignWithLabel(Label, Content(identity.Accreditation, room, to)));

    public static Decline Read(ref TlsReader reader) => new(SealedValue.Read<Accreditation>(ref reader),
        Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.SignatureBytes)));

    public void Write(TlsWriter writer)
    {
        Accreditation.Write(writer);
        writer.WriteFixed(Signature.Span);
    }

    /// <summary>Whether this very desk of that side, by a seal that is recognised, declines this room to us.</summary>
    internal bool IsOf(Opaque desk, Side side, RoomId room, DeskIdentity us) => us.Seals.Accepts(Accreditation.By)
        && Accreditation.Content.Subject == new Subject(SubjectKind.Desk, desk)
        && us.Parties.SideOf(Accreditation.By.Party) == side
        && Accreditation.Content.SignatureKey.VerifyWithLabel(Label, Content(Accreditation, room, us.Id),
            Signature.Span);

    private static ReadOnlySpan<byte> Content(Sealed<Accreditation> accreditation, RoomId room, Opaque to)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        var writer = new TlsWriter(bytes);
        writer.WriteVector(room.Value);
        writer.WriteFixed(to.Span);
        writer.WriteFixed(accreditation.Entry.Hash().Span);
        return bytes.WrittenSpan;
    }
}
