using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Wire.Tls;

/// <summary>
/// The key that a station or desk shows in TLS: ECDSA over P-256, in a certificate that it makes for itself at each
/// start, since only the key means anything. It opens connections and nothing else; no word depends on it.
/// </summary>
public sealed class TlsIdentity : IDisposable
{
    /// <summary>The longest encoding of a key, in bytes.</summary>
    public const int KeyBytesMax = 512;

    private readonly ECDsa key;

    private TlsIdentity(ECDsa key)
    {
        this.key = key;
        var request = new CertificateRequest("CN=coulisse", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        // Windows takes a certificate's key only from a store or a PKCS #12 of it.
        var file = made.Export(X509ContentType.Pkcs12);
        Certificate = X509CertificateLoader.LoadPkcs12(file, null);
        CryptographicOperations.ZeroMemory(file);
    }

    /// <summary>What is shown.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What it is known by.</summary>
    public Opaque PinOfKey => Pin.Of(Certificate);

    /// <summary>A fresh one.</summary>
    public static TlsIdentity Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The one whose key was kept; null if the bytes are no key of this kind.</summary>
    public static TlsIdentity? FromPkcs8(ReadOnlySpan<byte> bytes)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(bytes, out var read);
            if (read == bytes.Length && key.KeySize == 256)
                return new(key);
        }
        catch (CryptographicException)
        {
            // no key
        }
        key.Dispose();
        return null;
    }

    /// <summary>The key, for the file that keeps it; the caller disposes it.</summary>
    public SecretBytes CopyPkcs8()
    {
        var bytes = key.ExportPkcs8PrivateKey();
        try
        {
            return SecretBytes.CopyOf(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }
}
