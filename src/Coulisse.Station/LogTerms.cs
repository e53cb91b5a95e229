using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>Which log desks of the own side write, and the key with which their handshakes are endorsed. The key stays
/// the caller's.</summary>
internal sealed class LogTerms(LineId id, Side own, SignaturePrivateKey endorsement,
    IReadOnlyList<SignaturePublicKey> earlier)
{
    internal LineId Id => id;

    internal Side Own => own;

    internal SignaturePrivateKey Endorsement => endorsement;

    /// <summary>Whether an envelope of the own log is as this station wrote it: today, or before it was
    /// renewed.</summary>
    internal bool Endorsed(Envelope envelope) =>
        Wire.Lines.Endorsement.IsGood(envelope, id, own, [endorsement.PublicKey, .. earlier]);
}
