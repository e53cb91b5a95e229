using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Welcomes;

/// <summary>What new members need to be in the group.</summary>
/// <remarks>RFC 9420 §12.4.3.1: <code>
/// struct { CipherSuite cipher_suite; EncryptedGroupSecrets secrets&lt;V&gt;; opaque encrypted_group_info&lt;V&gt;;
/// } Welcome;
/// </code></remarks>
public sealed record Welcome(
    CiphersuiteCode Ciphersuite, TlsList<EncryptedGroupSecrets> Secrets, Opaque EncryptedGroupInfo)
    : ITlsStruct<Welcome>
{
    /// <inheritdoc/>
    public static Welcome Read(ref TlsReader reader) => new(
        Ciphersuite: CiphersuiteCode.Read(ref reader),
        Secrets: reader.ReadList<EncryptedGroupSecrets>(MlsLimits.WelcomeBytesMax),
        EncryptedGroupInfo: reader.ReadOpaque(MlsLimits.WelcomeBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Ciphersuite.Write(writer);
        writer.WriteList(Secrets);
        writer.WriteVector(EncryptedGroupInfo);
    }
}
