using Coulisse.Crypto.Codec;

namespace Coulisse.Crypto.Hpke;

/// <summary>
/// A public key of some KEM: RFC 9180 §4. That a value exists says nothing about its length or point; using it does.
/// </summary>
public sealed record HpkePublicKey(Opaque Value);
