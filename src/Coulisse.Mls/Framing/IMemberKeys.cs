using Coulisse.Crypto.Codec;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Framing;

/// <summary>
/// Who is a member of an epoch, by place, and with which key each signs: the ratchet tree, to those who open.
/// </summary>
public interface IMemberKeys
{
    /// <summary>The signature key at a leaf; false if the leaf is blank or outside the tree.</summary>
    bool TryGetSignatureKey(LeafIndex leaf, out Opaque signatureKey);
}
