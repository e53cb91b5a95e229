using System.Security.Cryptography;
using Coulisse.Crypto.Aead;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Framing;

/// <summary>A key and nonce for one encryption, on the caller's stack; cleared on Dispose.</summary>
internal readonly ref struct MessageKey
{
    internal const int BytesMax = AeadAlgorithm.KeyBytesMax + AeadAlgorithm.NonceBytes;

    internal MessageKey(Span<byte> memory, Ciphersuite suite)
    {
        Key = memory[..suite.Aead.KeyBytes];
        Nonce = memory.Slice(suite.Aead.KeyBytes, AeadAlgorithm.NonceBytes);
    }

    internal Span<byte> Key { get; }

    internal Span<byte> Nonce { get; }

    /// <summary>RFC 9420 §6.3.1: the guard goes over the first four bytes of the nonce.</summary>
    internal void Guard(ReadOnlySpan<byte> reuseGuard)
    {
        for (var index = 0; index < reuseGuard.Length; index++)
            Nonce[index] ^= reuseGuard[index];
    }

    internal void Dispose()
    {
        CryptographicOperations.ZeroMemory(Key);
        CryptographicOperations.ZeroMemory(Nonce);
    }
}
