using System.Buffers.Binary;
using System.Security.Cryptography;
using Coulisse.Crypto.Secrets;

namespace Coulisse.World.Chance;

/// <summary>Everything in a world that is left to chance follows from one number: SHA-256 of it and a
/// counter.</summary>
public sealed class Seed(ulong number) : IRandomSource
{
    private ulong counter;

    public ulong Number => number;

    public void Fill(Span<byte> destination)
    {
        Span<byte> input = stackalloc byte[16];
        Span<byte> block = stackalloc byte[32];
        while (!destination.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64BigEndian(input, number);
            BinaryPrimitives.WriteUInt64BigEndian(input[8..], counter++);
            SHA256.HashData(input, block);
            var take = Math.Min(block.Length, destination.Length);
            block[..take].CopyTo(destination);
            destination = destination[take..];
        }
    }

    /// <summary>A number from 0 to one less than <paramref name="below"/>.</summary>
    public int Below(int below)
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(bytes) % (ulong)below);
    }

    /// <summary>True so often in a thousand.</summary>
    public bool Happens(int perThousand) => Below(1_000) < perThousand;

    /// <summary>A time between two, to the millisecond.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) =>
        least + TimeSpan.FromMilliseconds(Below((int)(most - least).TotalMilliseconds + 1));
}
