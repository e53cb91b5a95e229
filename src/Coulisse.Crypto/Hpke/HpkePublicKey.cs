using Coulisse.Crypto.Codec;

namespace Coulisse.Crypto.Hpke;

/// <summary>
/// A public key to encrypt to, as it was received: that a value exists does not mean its length or point is right for
/// a KEM. Encrypting to it says so.
/// </summary>
public sealed record HpkePublicKey(Opaque Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
