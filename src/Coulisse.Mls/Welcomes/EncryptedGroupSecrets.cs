using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Codec;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;

namespace Coulisse.Mls.Welcomes;

/// <summary>One new member's secrets, sealed to the init key of its key package.</summary>
/// <remarks>RFC 9420 §12.4.3.1: <code>
/// struct { KeyPackageRef new_member; HPKECiphertext encrypted_group_secrets; } EncryptedGroupSecrets;
/// </code></remarks>
public sealed record EncryptedGroupSecrets(KeyPackageRef NewMember, HpkeCiphertext Sealed)
    : ITlsStruct<EncryptedGroupSecrets>
{
    /// <inheritdoc/>
    public static EncryptedGroupSecrets Read(ref TlsReader reader) => new(
        NewMember: KeyPackageRef.Read(ref reader),
        Sealed: reader.ReadHpkeCiphertext());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        NewMember.Write(writer);
        writer.WriteHpkeCiphertext(Sealed);
    }
}
