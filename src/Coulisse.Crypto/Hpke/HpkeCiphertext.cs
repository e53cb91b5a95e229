using Coulisse.Crypto.Codec;

namespace Coulisse.Crypto.Hpke;

/// <summary>What was sealed to a public key: the KEM's part, and the ciphertext with its tag (RFC 9180 §6.1).</summary>
public sealed record HpkeCiphertext(Opaque KemOutput, Opaque Ciphertext);
