using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>Who a member says they are. Whether that is so is for the group's policy to judge.</summary>
/// <remarks>RFC 9420 §5.3: <code>
/// struct { CredentialType credential_type; select (Credential.credential_type) {
///          case basic: opaque identity&lt;V&gt;; case x509: Certificate certificates&lt;V&gt;; }; } Credential;
/// </code>The content of an unregistered type has no known end, so such a credential cannot be read.</remarks>
public abstract record Credential : ITlsStruct<Credential>
{
    private Credential() { }

    /// <summary>Its kind.</summary>
    public CredentialType Type => this switch
    {
        Basic => CredentialType.Basic,
        X509 => CredentialType.X509,
        _ => throw new UnreachableException(),
    };

    /// <inheritdoc/>
    public static Credential Read(ref TlsReader reader)
    {
        var type = CredentialType.Read(ref reader);
        if (type == CredentialType.Basic)
            return new Basic(reader.ReadOpaque(MlsLimits.IdentityBytesMax));
        if (type == CredentialType.X509)
            return new X509(reader.ReadList<Certificate>(MlsLimits.CertificateChainBytesMax));
        throw reader.Refuse(DecodeCode.UnknownValue, "The kind of credential is unknown.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Type.Write(writer);
        switch (this)
        {
            case Basic basic:
                writer.WriteVector(basic.Identity);
                break;
            case X509 x509:
                writer.WriteList(x509.Certificates);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A bare identity, in the application's own form.</summary>
    public sealed record Basic(Opaque Identity) : Credential;

    /// <summary>A chain of certificates, the member's own first.</summary>
    public sealed record X509(TlsList<Certificate> Certificates) : Credential;
}
