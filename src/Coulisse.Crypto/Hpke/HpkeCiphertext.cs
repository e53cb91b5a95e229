using Coulisse.Crypto.Codec;

namespace Coulisse.Crypto.Hpke;

/// <summary>What single-shot HPKE makes: the encapsulated key and the sealed bytes (RFC 9180 §6.1).</summary>
public sealed record HpkeCiphertext(Opaque KemOutput, Opaque Ciphertext);
