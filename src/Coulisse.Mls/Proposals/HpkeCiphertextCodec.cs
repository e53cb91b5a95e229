using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Proposals;

/// <summary>RFC 9420 §7.6: <code>struct { opaque kem_output&lt;V&gt;; opaque ciphertext&lt;V&gt;;
/// } HPKECiphertext;</code></summary>
internal static class HpkeCiphertextCodec
{
    internal static HpkeCiphertext ReadHpkeCiphertext(this ref TlsReader reader) => new(
        KemOutput: reader.ReadOpaque(MlsLimits.KemOutputBytesMax),
        Ciphertext: reader.ReadOpaque(MlsLimits.SealedSecretBytesMax));

    internal static void WriteHpkeCiphertext(this TlsWriter writer, HpkeCiphertext value)
    {
        writer.WriteVector(value.KemOutput);
        writer.WriteVector(value.Ciphertext);
    }
}
