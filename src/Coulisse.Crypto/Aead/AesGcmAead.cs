using System.Security.Cryptography;

namespace Coulisse.Crypto.Aead;

/// <summary>AES-GCM (NIST SP 800-38D) by .NET, which hands it to the system's library.</summary>
internal sealed class AesGcmAead(string name, int keyBytes, ushort hpkeAeadId)
    : AeadAlgorithm(name, keyBytes, hpkeAeadId)
{
    private protected override void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext)
    {
        using var cipher = new AesGcm(key, TagBytes); // Every key in MLS serves once, so there is none to keep.
        cipher.Encrypt(nonce, plaintext, ciphertext[..^TagBytes], ciphertext[^TagBytes..], associated);
    }

    private protected override bool Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associated, ReadOnlySpan<byte> ciphertext, Span<byte> plaintext)
    {
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(nonce, ciphertext[..^TagBytes], ciphertext[^TagBytes..], plaintext, associated);
            return true;
        }
        catch (AuthenticationTagMismatchException) // The only way .NET says no.
        {
            return false;
        }
    }
}
