using System.Runtime.InteropServices;

namespace Coulisse.Crypto.Native;

/// <summary>
/// The few functions of libsodium 1.0.22 that are used, as its headers declare them. Spans only: nothing is
/// allocated or copied on the way. Every call goes through <see cref="Ready"/> first.
/// </summary>
internal static partial class Sodium
{
    internal const int PwhashAlgArgon2Id13 = 2;

    private const string Library = "libsodium";

    static Sodium()
    {
        // 0 is "now initialised", 1 "was already"; sodium_init is safe to call again.
        if (sodium_init() < 0)
            throw new InvalidOperationException("libsodium could not start; the program's installation is damaged.");
    }

    /// <summary>Makes sure that the library was initialised: running this class's static constructor does it.</summary>
    internal static void Ready()
    {
    }

    [LibraryImport(Library)]
    internal static partial int crypto_sign_seed_keypair(
        Span<byte> publicKey, Span<byte> secretKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_detached(
        Span<byte> signature, nint signatureLength, ReadOnlySpan<byte> message, ulong messageLength,
            ReadOnlySpan<byte> secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_verify_detached(
        ReadOnlySpan<byte> signature, ReadOnlySpan<byte> message, ulong messageLength, ReadOnlySpan<byte> publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_chacha20poly1305_ietf_encrypt(
        Span<byte> ciphertext, nint ciphertextLength, ReadOnlySpan<byte> plaintext, ulong plaintextLength,
        ReadOnlySpan<byte> associated, ulong associatedLength, nint secretNonce, ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_chacha20poly1305_ietf_decrypt(
        Span<byte> plaintext, nint plaintextLength, nint secretNonce, ReadOnlySpan<byte> ciphertext,
            ulong ciphertextLength,
        ReadOnlySpan<byte> associated, ulong associatedLength, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_xchacha20poly1305_ietf_encrypt(
        Span<byte> ciphertext, nint ciphertextLength, ReadOnlySpan<byte> plaintext, ulong plaintextLength,
        ReadOnlySpan<byte> associated, ulong associatedLength, nint secretNonce, ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_xchacha20poly1305_ietf_decrypt(
        Span<byte> plaintext, nint plaintextLength, nint secretNonce, ReadOnlySpan<byte> ciphertext,
            ulong ciphertextLength,
        ReadOnlySpan<byte> associated, ulong associatedLength, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_pwhash(
        Span<byte> output, ulong outputLength, ReadOnlySpan<byte> passphrase, ulong passphraseLength,
        ReadOnlySpan<byte> salt, ulong passes, nuint memoryBytes, int algorithm);

    [LibraryImport(Library)]
    internal static partial int crypto_scalarmult_curve25519(
        Span<byte> shared, ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_scalarmult_curve25519_base(Span<byte> publicKey, ReadOnlySpan<byte> privateKey);

    [LibraryImport(Library)]
    internal static partial int crypto_kem_xwing_seed_keypair(
        Span<byte> publicKey, Span<byte> secretKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library)]
    internal static partial int crypto_kem_xwing_enc_deterministic(
        Span<byte> ciphertext, Span<byte> shared, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library)]
    internal static partial int crypto_kem_xwing_dec(
        Span<byte> shared, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_xof_shake256(
        Span<byte> output, nuint outputLength, ReadOnlySpan<byte> input, ulong inputLength);

    [LibraryImport(Library)]
    private static partial int sodium_init();
}
