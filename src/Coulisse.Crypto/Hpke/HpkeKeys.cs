using System.Security.Cryptography;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Kdf;

namespace Coulisse.Crypto.Hpke;

/// <summary>The secrets of one base-mode context (RFC 9180 §5.1), on the caller's stack; cleared on Dispose.</summary>
/// <remarks>What the caller does not ask for is empty and costs nothing.</remarks>
internal readonly ref struct HpkeKeys
{
    internal const int BytesMax = AeadAlgorithm.KeyBytesMax + AeadAlgorithm.NonceBytes + HashFunction.HashBytesMax;

    private readonly Span<byte> memory;

    private HpkeKeys(Span<byte> memory, int keyBytes, int nonceBytes, int exporterBytes)
    {
        this.memory = memory;
        Key = memory[..keyBytes];
        BaseNonce = memory.Slice(keyBytes, nonceBytes);
        ExporterSecret = memory.Slice(keyBytes + nonceBytes, exporterBytes);
    }

    internal Span<byte> Key { get; }

    internal Span<byte> BaseNonce { get; }

    internal Span<byte> ExporterSecret { get; }

    internal static HpkeKeys ForMessage(Span<byte> memory, AeadAlgorithm aead) =>
        new(memory, aead.KeyBytes, AeadAlgorithm.NonceBytes, exporterBytes: 0);

    internal static HpkeKeys ForExport(Span<byte> memory, HashFunction hash) =>
        new(memory, keyBytes: 0, nonceBytes: 0, hash.HashBytes);

    internal void Dispose() => CryptographicOperations.ZeroMemory(memory);
}
