using System.Security.Cryptography;
using Coulisse.Crypto.Native;

namespace Coulisse.Crypto.Aead;

/// <summary>
/// ChaCha20-Poly1305 with a 12-byte nonce (RFC 8439). A nonce must never be used twice under one key.
/// </summary>
public static class ChaChaPoly
{
    /// <summary>The length of a nonce.</summary>
    public const int NonceBytes = 12;

    /// <summary>How much longer the ciphertext is than the plaintext: the tag at its end.</summary>
    public const int TagBytes = 16;

    /// <summary>
    /// Encrypts into <paramref name="ciphertext"/>, which must be <see cref="TagBytes"/> longer than the plaintext.
    /// </summary>
    public static void Seal(AeadKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext,
        ReadOnlySpan<byte> associated, Span<byte> ciphertext)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (nonce.Length != NonceBytes)
            throw new ArgumentException($"A nonce has {NonceBytes} bytes.", nameof(nonce));
        if (ciphertext.Length != plaintext.Length + TagBytes)
            throw new ArgumentException($"The ciphertext is {TagBytes} bytes longer than the plaintext.",
                nameof(ciphertext));
        Sodium.Ready();
        if (Sodium.crypto_aead_chacha20poly1305_ietf_encrypt(ciphertext, 0, plaintext, (ulong)plaintext.Length,
                associated, (ulong)associated.Length, 0, nonce, key.Bytes) != 0)
            throw new CryptographicException("libsodium did not encrypt.");
    }

    /// <summary>
    /// Decrypts into <paramref name="plaintext"/>, which must be <see cref="TagBytes"/> shorter. False, with nothing
    /// but
    /// zeros left in it, for any wrong key, nonce, associated data or ciphertext: one answer for every failure.
    /// </summary>
    public static bool Open(AeadKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> associated, Span<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (nonce.Length != NonceBytes || ciphertext.Length < TagBytes)
            return false;
        if (plaintext.Length != ciphertext.Length - TagBytes)
            throw new ArgumentException($"The plaintext is {TagBytes} bytes shorter than the ciphertext.",
                nameof(plaintext));
        Sodium.Ready();
        if (Sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plaintext, 0, 0, ciphertext, (ulong)ciphertext.Length,
                associated, (ulong)associated.Length, nonce, key.Bytes) == 0)
            return true;
        CryptographicOperations.ZeroMemory(plaintext);
        return false;
    }
}
