using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Tls;

/// <summary>What a certificate is known by: its key alone. Names, dates and issuers in it mean nothing here.</summary>
public static class Pin
{
    /// <summary>SHA-256 of the SubjectPublicKeyInfo.</summary>
    public static Opaque Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Opaque.Owning(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
    }
}
