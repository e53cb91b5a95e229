using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>
/// Another signature key and credential for this client's own leaf (RFC 9420 §5.3.1, §12.1.2). The policy of every
/// member is asked whether the one may follow the other.
/// </summary>
public sealed class LeafRenewal
{
    /// <summary>Signs from the next epoch on; stays the caller's to dispose.</summary>
    public required SignaturePrivateKey Signer { get; init; }

    /// <summary>Who the member says they are, with that key.</summary>
    public required Credential Credential { get; init; }

    internal LeafNode ApplyTo(LeafNode leaf) =>
        leaf with { SignatureKey = Signer.PublicKey.Value, Credential = Credential };
}
