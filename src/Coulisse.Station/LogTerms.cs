using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>Which log desks of the own side write, and the key with which their handshakes are endorsed. The key stays
/// the caller's.</summary>
internal sealed record LogTerms(LineId Id, Side Own, SignaturePrivateKey Endorsement);
