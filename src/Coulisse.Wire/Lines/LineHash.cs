using System.Buffers;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>SHA-256 with a label in front, so that a hash of one thing is never that of another.</summary>
internal static class LineHash
{
    internal const int Bytes = SHA256.HashSizeInBytes;

    internal static Opaque Of(ReadOnlySpan<byte> label, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = new ArrayBufferWriter<byte>(label.Length + 2);
        new TlsWriter(head).WriteVector(label);
        hash.AppendData(head.WrittenSpan);
        hash.AppendData(content);
        return Opaque.Owning(hash.GetHashAndReset());
    }
}
