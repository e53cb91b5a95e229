using System.Runtime.InteropServices;

namespace Coulisse.Crypto.Tests.Hpke;

/// <summary>ML-KEM-768 of libsodium, which the product calls only as a part of X-Wing.</summary>
internal static partial class MlKem768
{
    internal const int SeedBytes = 64;
    internal const int RandomBytes = 32;
    internal const int PublicKeyBytes = 1184;
    internal const int PrivateKeyBytes = 2400;
    internal const int CiphertextBytes = 1088;
    internal const int SharedBytes = 32;

    [LibraryImport("libsodium", EntryPoint = "crypto_kem_mlkem768_seed_keypair")]
    internal static partial int KeyPair(Span<byte> publicKey, Span<byte> privateKey, ReadOnlySpan<byte> seed);

    [LibraryImport("libsodium", EntryPoint = "crypto_kem_mlkem768_enc_deterministic")]
    internal static partial int Encapsulate(Span<byte> ciphertext, Span<byte> shared, ReadOnlySpan<byte> publicKey,
        ReadOnlySpan<byte> random);

    [LibraryImport("libsodium", EntryPoint = "crypto_kem_mlkem768_dec")]
    internal static partial int Decapsulate(Span<byte> shared, ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> privateKey);
}
