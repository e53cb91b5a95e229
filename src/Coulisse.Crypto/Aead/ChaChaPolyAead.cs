using System.Security.Cryptography;
using Coulisse.Crypto.Native;

namespace Coulisse.Crypto.Aead;

/// <summary>ChaCha20-Poly1305 (RFC 8439) by libsodium.</summary>
internal sealed class ChaChaPolyAead() : AeadAlgorithm("ChaCha20-Poly1305", keyBytes: 32, hpkeAeadId: 0x0003)
{
    private protected override void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext)
    {
        Sodium.Ready();
        if (Sodium.crypto_aead_chacha20poly1305_ietf_encrypt(ciphertext, 0, plaintext, (ulong)plaintext.Length,
                associated, (ulong)associated.Length, 0, nonce, key) != 0)
            throw new CryptographicException("libsodium did not encrypt.");
    }

    private protected override bool Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associated, ReadOnlySpan<byte> ciphertext, Span<byte> plaintext)
    {
        Sodium.Ready();
        return Sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plaintext, 0, 0, ciphertext,
            (ulong)ciphertext.Length, associated, (ulong)associated.Length, nonce, key) == 0;
    }
}
