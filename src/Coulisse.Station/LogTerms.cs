using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>Which log desks of the own side write, and the key with which their handshakes are endorsed. The key stays
/// the caller's.</summary>
internal sealed class LogTerms(LineId id, Side own, SignaturePrivateKey endorsement)
{
    internal LineId Id => id;

    internal Side Own => own;

    internal SignaturePrivateKey Endorsement => endorsement;
}
