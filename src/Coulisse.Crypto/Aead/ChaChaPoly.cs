namespace Coulisse.Crypto.Aead;

/// <summary>
/// ChaCha20-Poly1305 with a 12-byte nonce (RFC 8439). A nonce must never be used twice under one key.
/// </summary>
public static class ChaChaPoly
{
    /// <summary>The length of a nonce.</summary>
    public const int NonceBytes = AeadAlgorithm.NonceBytes;

    /// <summary>How much longer the ciphertext is than the plaintext: the tag at its end.</summary>
    public const int TagBytes = AeadAlgorithm.TagBytes;

    /// <summary>
    /// Encrypts into <paramref name="ciphertext"/>, which must be <see cref="TagBytes"/> longer than the plaintext.
    /// </summary>
    public static void Seal(AeadKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext,
        ReadOnlySpan<byte> associated, Span<byte> ciphertext)
    {
        ArgumentNullException.ThrowIfNull(key);
        AeadAlgorithm.ChaCha20Poly1305.Seal(key.Bytes, nonce, associated, plaintext, ciphertext);
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
        return AeadAlgorithm.ChaCha20Poly1305.TryOpen(key.Bytes, nonce, associated, ciphertext, plaintext);
    }
}
