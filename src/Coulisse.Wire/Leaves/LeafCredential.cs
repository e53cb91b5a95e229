using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Leaves;

/// <summary>
/// What stands in a leaf as its MLS credential: the desk's accreditation, and the desk's signature over the room and
/// the leaf's signature key, which the verifier takes from where the credential stands. Read is not verified.
/// </summary>
/// <remarks><c>protocol/credence.md</c>: <code>
/// struct { uint16 version; Sealed accreditation; opaque signature[64]; } LeafCredential;</code></remarks>
public sealed record LeafCredential : IWireValue<LeafCredential>
{
    /// <summary>The longest encoding, in bytes.</summary>
    public const int BytesMax = 18 * 1024;

    internal const ushort Version = 1;

    private LeafCredential(Sealed<Accreditation> accreditation, Opaque signature) =>
        (Accreditation, Signature) = (accreditation, signature);

    /// <summary>The desk's accreditation.</summary>
    public Sealed<Accreditation> Accreditation { get; }

    /// <summary>By the desk's delegation key, label "LeafDelegation".</summary>
    public Opaque Signature { get; }

    /// <summary>Delegates to one leaf of one room.</summary>
    /// <exception cref="ArgumentException">The accreditation is no desk's, or the key is not the one it
    /// names.</exception>
    public static LeafCredential Delegate(
        Sealed<Accreditation> desk, SignaturePrivateKey deskKey, RoomId room, SignaturePublicKey leafKey)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(deskKey);
        if (desk.Content.Subject.Kind != SubjectKind.Desk || desk.Content.SignatureKey != deskKey.PublicKey
            || !room.IsWellFormed)
            throw new ArgumentException("A leaf is delegated by the key of an accredited desk, for one room.",
                nameof(desk));
        return new(desk, deskKey.SignWithLabel(LeafDelegation.Label, LeafDelegation.Encode(desk, room, leafKey)));
    }

    /// <inheritdoc/>
    public static LeafCredential Read(ref TlsReader reader)
    {
        if (reader.ReadUInt16() != Version)
            throw reader.Refuse(DecodeCode.UnknownValue, "A credential is of a version this program does not know.");
        return new(ReadSealed(ref reader), Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.SignatureBytes)));
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Version);
        Accreditation.Write(writer);
        writer.WriteFixed(Signature.Span);
    }

    private static Sealed<Accreditation> ReadSealed(ref TlsReader reader) =>
        ReadValue<Sealed<Accreditation>>(ref reader);

    private static T ReadValue<T>(ref TlsReader reader)
        where T : IWireValue<T> => T.Read(ref reader);
}
