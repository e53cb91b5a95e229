using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Leaves;

/// <summary>
/// A leaf whose whole chain was verified: recognised seal → accredited desk → this room and this leaf key. No value of
/// this type exists otherwise.
/// </summary>
public sealed record AccreditedLeaf
{
    private AccreditedLeaf(Sealed<Accreditation> accreditation, RoomId room, SignaturePublicKey leafKey) =>
        (Accreditation, Room, LeafKey) = (accreditation, room, leafKey);

    /// <summary>The desk's accreditation, with its party's mark.</summary>
    public Sealed<Accreditation> Accreditation { get; }

    /// <summary>The one room.</summary>
    public RoomId Room { get; }

    /// <summary>The key with which the leaf signs there.</summary>
    public SignaturePublicKey LeafKey { get; }

    /// <summary>
    /// Verifies the credential of a leaf while processing a commit, proposal, Welcome or message. It asks neither for a
    /// clock nor for recalls: two desks of one side would part ways by the order in which things reach them. Who is
    /// about to act asks <see cref="BeforeActing"/> too.
    /// </summary>
    public static LeafVerification VerifyForProcessing(
        ReadOnlySpan<byte> credential, RoomId room, SignaturePublicKey leafKey, RecognisedSeals seals)
    {
        ArgumentNullException.ThrowIfNull(leafKey);
        ArgumentNullException.ThrowIfNull(seals);
        if (Read(credential) is not { } read)
            return new LeafVerification.Refused(LeafRefusal.Unreadable);
        if (!seals.Accepts(read.Accreditation.By))
            return new LeafVerification.Refused(LeafRefusal.SealNotRecognised);
        if (read.Accreditation.Content.Subject.Kind != SubjectKind.Desk)
            return new LeafVerification.Refused(LeafRefusal.NotADesk);
        var delegation = LeafDelegation.Encode(read.Accreditation, room, leafKey);
        return read.Accreditation.Content.SignatureKey
            .VerifyWithLabel(LeafDelegation.Label, delegation, read.Signature.Span)
            ? new LeafVerification.Accredited(new(read.Accreditation, room, leafKey))
            : new LeafVerification.Refused(LeafRefusal.NotDelegated);
    }

    /// <summary>
    /// Whether another leaf may take this one's place by an update: the same room, party, subject, office and mandate.
    /// Anything else is a removal and an addition.
    /// </summary>
    public bool MayBecome(AccreditedLeaf other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Room == other.Room && Accreditation.By == other.Accreditation.By
            && Accreditation.Content.IsRenewalOf(other.Accreditation.Content);
    }

    private static LeafCredential? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.Length <= LeafCredential.BytesMax ? WireValue.Decode<LeafCredential>(bytes) : null;
        }
        catch (DecodeException)
        {
            return null;
        }
    }
}
