namespace Coulisse.Crypto.Aead;

/// <summary>
/// An AEAD cipher (RFC 5116) as HPKE and MLS choose it: the tag of 16 bytes is the end of the ciphertext. A nonce must
/// never be used twice under one key.
/// </summary>
public abstract class AeadAlgorithm
{
    /// <summary>The length of a nonce, for every cipher here.</summary>
    public const int NonceBytes = 12;

    /// <summary>How much longer a ciphertext is than its plaintext, for every cipher here.</summary>
    public const int TagBytes = 16;

    /// <summary>The longest key of any cipher here, in bytes: enough for a stack buffer.</summary>
    public const int KeyBytesMax = 32;

    private protected AeadAlgorithm(string name, int keyBytes, ushort hpkeAeadId)
    {
        Name = name;
        KeyBytes = keyBytes;
        HpkeAeadId = hpkeAeadId;
    }

    public static AeadAlgorithm Aes128Gcm { get; } = new AesGcmAead("AES-128-GCM", keyBytes: 16, hpkeAeadId: 0x0001);

    public static AeadAlgorithm Aes256Gcm { get; } = new AesGcmAead("AES-256-GCM", keyBytes: 32, hpkeAeadId: 0x0002);

    public static AeadAlgorithm ChaCha20Poly1305 { get; } = new ChaChaPolyAead();

    public string Name { get; }

    /// <summary>The length of a key.</summary>
    public int KeyBytes { get; }

    /// <summary>The cipher's number in HPKE (RFC 9180 §7.3).</summary>
    public ushort HpkeAeadId { get; }

    /// <summary>
    /// Encrypts into <paramref name="ciphertext"/>, which must be <see cref="TagBytes"/> longer than the plaintext and
    /// may begin where the plaintext does.
    /// </summary>
    public void Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> plaintext, Span<byte> ciphertext)
    {
        CheckKey(key);
        if (nonce.Length != NonceBytes)
            throw new ArgumentException($"A nonce has {NonceBytes} bytes.", nameof(nonce));
        if (ciphertext.Length != plaintext.Length + TagBytes)
            throw new ArgumentException($"The ciphertext is {TagBytes} bytes longer than the plaintext.",
                nameof(ciphertext));
        Encrypt(key, nonce, associated, plaintext, ciphertext);
    }

    /// <summary>
    /// Decrypts into <paramref name="plaintext"/>, which must be <see cref="TagBytes"/> shorter. False, with nothing
    /// but zeros left in it, for any wrong key, nonce, associated data or ciphertext: one answer for every failure.
    /// </summary>
    public bool TryOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> ciphertext, Span<byte> plaintext)
    {
        CheckKey(key);
        if (nonce.Length != NonceBytes || ciphertext.Length < TagBytes)
            return false;
        if (plaintext.Length != ciphertext.Length - TagBytes)
            throw new ArgumentException($"The plaintext is {TagBytes} bytes shorter than the ciphertext.",
                nameof(plaintext));
        if (Decrypt(key, nonce, associated, ciphertext, plaintext))
            return true;
        plaintext.Clear();
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private protected abstract void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext);

    private protected abstract bool Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associated, ReadOnlySpan<byte> ciphertext, Span<byte> plaintext);

    private void CheckKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyBytes)
            throw new ArgumentException($"A key of {Name} has {KeyBytes} bytes.", nameof(key));
    }
}
