using System.Buffers.Binary;
using System.Security.Cryptography;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Chance;

/// <summary>Random bytes that a seed determines: SHA-256 of the seed and a counter. For tests only.</summary>
public sealed class SeededRandom(ulong seed) : IRandomSource
{
    private ulong counter;

    public void Fill(Span<byte> destination)
    {
        Span<byte> input = stackalloc byte[16];
        Span<byte> block = stackalloc byte[32];
        while (!destination.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64BigEndian(input, seed);
            BinaryPrimitives.WriteUInt64BigEndian(input[8..], counter++);
            SHA256.HashData(input, block);
            var take = Math.Min(block.Length, destination.Length);
            block[..take].CopyTo(destination);
            destination = destination[take..];
        }
    }
}
