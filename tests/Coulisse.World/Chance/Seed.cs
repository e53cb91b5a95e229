using System.Buffers.Binary;
using Coulisse.Chance;
using Coulisse.Crypto.Secrets;

namespace Coulisse.World.Chance;

/// <summary>Everything in a world that is left to chance follows from one number.</summary>
public sealed class Seed(ulong number) : IRandomSource
{
    private readonly SeededRandom source = new(number);

    public ulong Number => number;

    public void Fill(Span<byte> destination) => source.Fill(destination);

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
