using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Mls.Ciphersuites;

/// <summary>
/// EncryptWithLabel and DecryptWithLabel of RFC 9420 §5.1.3:
/// <code>struct { opaque label&lt;V&gt;; opaque context&lt;V&gt;; } EncryptContext;</code>
/// </summary>
public static class LabeledEncryption
{
    private const int UsualContextBytes = 512;

    private static ReadOnlySpan<byte> Prefix => "MLS 1.0 "u8;

    /// <summary>Null if <paramref name="publicKey"/> is none that one may encrypt to.</summary>
    public static HpkeCiphertext? EncryptWithLabel(this Ciphersuite suite, HpkePublicKey publicKey,
        ReadOnlySpan<byte> label, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plaintext, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var info = new ScratchWriter(stackalloc byte[UsualContextBytes]);
        try
        {
            info.WriteVector(Prefix, label);
            info.WriteVector(context);
            return suite.Hpke.Seal(publicKey, info.Written, associated: default, plaintext, random);
        }
        finally
        {
            info.Dispose();
        }
    }

    /// <summary>The plaintext, which the caller disposes; null for whatever is wrong.</summary>
    public static SecretBytes? DecryptWithLabel(this Ciphersuite suite, HpkePrivateKey privateKey,
        ReadOnlySpan<byte> label, ReadOnlySpan<byte> context, HpkeCiphertext sealedTo)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var info = new ScratchWriter(stackalloc byte[UsualContextBytes]);
        try
        {
            info.WriteVector(Prefix, label);
            info.WriteVector(context);
            return suite.Hpke.Open(privateKey, info.Written, associated: default, sealedTo);
        }
        finally
        {
            info.Dispose();
        }
    }
}
